-- How many filled cells of each sheet were looked at, per job instance; sheet 0 counts headers and the register.
CREATE TABLE staged_cells (
    instance BIGINT  NOT NULL,
    sheet    INTEGER NOT NULL,
    cells    BIGINT  NOT NULL,
    PRIMARY KEY (instance, sheet)
);
