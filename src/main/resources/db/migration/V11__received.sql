-- The read-back: what was understood of each sheet, as a revision's result tells it. Earlier periods may be published anew
-- afterwards, so what stands beside a total is kept with it. Runs of earlier versions have none.
CREATE TABLE staged_received (
    instance    BIGINT         NOT NULL,
    sheet       INTEGER        NOT NULL,
    unit        VARCHAR(32767),
    unit_from   VARCHAR(32767),
    stated      VARCHAR(32767),
    stated_from VARCHAR(32767),
    data_rows   BIGINT,
    subjects    BIGINT,
    PRIMARY KEY (instance, sheet)
);

CREATE TABLE staged_received_total (
    instance  BIGINT          NOT NULL,
    sheet     INTEGER         NOT NULL,
    position  INTEGER         NOT NULL,
    column_id VARCHAR(100)    NOT NULL,
    total     NUMERIC(60, 24) NOT NULL,
    previous  NUMERIC(60, 24),
    PRIMARY KEY (instance, sheet, position)
);
