-- What people decided of a revision, each with the signature that his key made of it. The entry of the history that was
-- appended with it follows the one whose hash is chain_head, which is signed too.
CREATE TABLE decision (
    jurisdiction VARCHAR(200)  NOT NULL,
    rule         VARCHAR(200)  DEFAULT '' NOT NULL,
    period       VARCHAR(10)   NOT NULL,
    seq          BIGINT        NOT NULL,
    revision     INTEGER       NOT NULL,
    verdict      VARCHAR(20)   NOT NULL,
    person       VARCHAR(200)  NOT NULL,
    words        VARCHAR(4000) NOT NULL,
    decided_at   VARCHAR(40)   NOT NULL,
    manifest     VARCHAR(64)   NOT NULL,
    chain_head   VARCHAR(64)   NOT NULL,
    public_key   VARCHAR(100)  NOT NULL,
    signature    VARCHAR(100)  NOT NULL,
    PRIMARY KEY (jurisdiction, rule, period, seq)
);
