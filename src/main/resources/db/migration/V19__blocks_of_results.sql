-- What an application keeps of a result by the block, such as what was decided of each of a million lines.
CREATE TABLE result_block (
    instance BIGINT       NOT NULL,
    part     VARCHAR(100) NOT NULL,
    position INTEGER      NOT NULL,
    content  BYTEA        NOT NULL,
    PRIMARY KEY (instance, part, position)
);
