-- Leaders' adjustments of the plan, and the government's approval of a revision.

-- Who answers for a row, such as the approver of an adjustment.
ALTER TABLE staged_figure ADD COLUMN given_by VARCHAR(4000) DEFAULT '' NOT NULL;

-- The part of a target that leaders changed; rows of earlier versions have none.
ALTER TABLE plan_row ADD COLUMN adjustment NUMERIC(38, 6) DEFAULT 0 NOT NULL;

-- Append-only. The digest over all of it is the digest of its entry in the history, which the chain covers.
CREATE TABLE approval (
    jurisdiction VARCHAR(200) NOT NULL,
    period       VARCHAR(10)  NOT NULL,
    revision     INTEGER      NOT NULL,
    seq          BIGINT       NOT NULL,
    document     VARCHAR(200) NOT NULL,
    approved_on  DATE         NOT NULL,
    PRIMARY KEY (jurisdiction, period, seq)
);
