-- Records (ratings, faults) by the block: a million of them are some hundred rows here instead of a million, and whoever
-- asks for them reads all of a kind anyway. What earlier versions staged of records stays where it is, in staged_figure.
CREATE TABLE staged_records (
    instance BIGINT       NOT NULL,
    sheet    INTEGER      NOT NULL,
    row_no   INTEGER      NOT NULL,
    col_no   INTEGER      NOT NULL,
    dataset  VARCHAR(100) NOT NULL,
    figures  INTEGER      NOT NULL,
    content  BYTEA        NOT NULL,
    PRIMARY KEY (instance, sheet, row_no, col_no)
);
