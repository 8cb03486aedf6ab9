-- The configuration a revision was computed by: an old quarter is computed again by its own rule, whatever became of the files.
CREATE TABLE published_configuration (
    jurisdiction VARCHAR(200) NOT NULL,
    period       VARCHAR(10)  NOT NULL,
    revision     INTEGER      NOT NULL,
    name         VARCHAR(500) NOT NULL,
    part         INTEGER      NOT NULL,
    content      BYTEA        NOT NULL,
    PRIMARY KEY (jurisdiction, period, revision, name, part)
);

-- The head of the history, so that the last entries cannot be cut off unseen.
CREATE TABLE history_head (
    seq  BIGINT      NOT NULL PRIMARY KEY,
    hash VARCHAR(64) NOT NULL
);
INSERT INTO history_head (seq, hash) SELECT seq, hash FROM history WHERE seq = (SELECT MAX(seq) FROM history);
