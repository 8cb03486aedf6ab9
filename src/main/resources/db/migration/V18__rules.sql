-- Several rules publish into one database: a revision and what goes with it is one of a jurisdiction and a rule. The empty rule
-- is the one that has the folders of the periods themselves, as all had it that was published before; folder_owner says which.
CREATE TABLE folder_owner (
    jurisdiction VARCHAR(200)  NOT NULL PRIMARY KEY,
    rule         VARCHAR(200)  NOT NULL
);

ALTER TABLE history ADD COLUMN rule VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE run_instance ADD COLUMN rule VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE run_lock ALTER COLUMN subject SET DATA TYPE VARCHAR(260);
ALTER TABLE run_holder ALTER COLUMN subject SET DATA TYPE VARCHAR(260);

-- A key is changed by making the table anew: the databases have no common word for dropping one.
CREATE TABLE revision_of_rule (
    jurisdiction  VARCHAR(200)  NOT NULL,
    rule          VARCHAR(200)  DEFAULT '' NOT NULL,
    period        VARCHAR(10)   NOT NULL,
    revision      INTEGER       NOT NULL,
    state         VARCHAR(20)   NOT NULL,
    instance      BIGINT        NOT NULL,
    identity      VARCHAR(64)   NOT NULL,
    code          VARCHAR(19)   NOT NULL,
    scheme        VARCHAR(200)  NOT NULL,
    result_digest VARCHAR(64)   NOT NULL,
    manifest      VARCHAR(64)   NOT NULL,
    published_at  VARCHAR(40)   NOT NULL,
    PRIMARY KEY (jurisdiction, rule, period, revision)
);
INSERT INTO revision_of_rule (jurisdiction, period, revision, state, instance, identity, code, scheme, result_digest,
    manifest, published_at)
SELECT jurisdiction, period, revision, state, instance, identity, code, scheme, result_digest, manifest, published_at
FROM revision;
DROP TABLE revision;
ALTER TABLE revision_of_rule RENAME TO revision;

CREATE TABLE published_file_of_rule (
    jurisdiction VARCHAR(200)  NOT NULL,
    rule         VARCHAR(200)  DEFAULT '' NOT NULL,
    period       VARCHAR(10)   NOT NULL,
    revision     INTEGER       NOT NULL,
    name         VARCHAR(200)  NOT NULL,
    part         INTEGER       NOT NULL,
    content      BYTEA         NOT NULL,
    PRIMARY KEY (jurisdiction, rule, period, revision, name, part)
);
INSERT INTO published_file_of_rule (jurisdiction, period, revision, name, part, content)
SELECT jurisdiction, period, revision, name, part, content FROM published_file;
DROP TABLE published_file;
ALTER TABLE published_file_of_rule RENAME TO published_file;

CREATE TABLE approval_of_rule (
    jurisdiction VARCHAR(200)  NOT NULL,
    rule         VARCHAR(200)  DEFAULT '' NOT NULL,
    period       VARCHAR(10)   NOT NULL,
    revision     INTEGER       NOT NULL,
    seq          BIGINT        NOT NULL,
    document     VARCHAR(200)  NOT NULL,
    approved_on  DATE          NOT NULL,
    PRIMARY KEY (jurisdiction, rule, period, seq)
);
INSERT INTO approval_of_rule (jurisdiction, period, revision, seq, document, approved_on)
SELECT jurisdiction, period, revision, seq, document, approved_on FROM approval;
DROP TABLE approval;
ALTER TABLE approval_of_rule RENAME TO approval;
