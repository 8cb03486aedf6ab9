-- Lines of claims by the block, as records are: a million of them are some hundred rows here. What the lines of a block say
-- is added up in two numbers, so that a sheet that comes again in a later period is known without reading its lines.
CREATE TABLE staged_claims (
    instance   BIGINT       NOT NULL,
    sheet      INTEGER      NOT NULL,
    row_no     INTEGER      NOT NULL,
    dataset    VARCHAR(100) NOT NULL,
    claims     INTEGER      NOT NULL,
    said       BIGINT       NOT NULL,
    said_other BIGINT       NOT NULL,
    content    BYTEA        NOT NULL,
    PRIMARY KEY (instance, sheet, row_no)
);

-- The registers of parties that a job instance worked by: enterprises, insurers, counties, households.
CREATE TABLE staged_parties (
    instance BIGINT       NOT NULL,
    dataset  VARCHAR(100) NOT NULL,
    position INTEGER      NOT NULL,
    parties  INTEGER      NOT NULL,
    content  BYTEA        NOT NULL,
    PRIMARY KEY (instance, dataset, position)
);
