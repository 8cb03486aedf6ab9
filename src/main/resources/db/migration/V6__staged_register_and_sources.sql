-- The register and the configuration a job instance worked by. With the figures they make an old revision whole: it can
-- be explained, compared and simulated from the database alone, whatever has become of the input folder and the files of
-- the configuration since.
CREATE TABLE staged_bank (
    instance   BIGINT        NOT NULL,
    position   INTEGER       NOT NULL,
    code       VARCHAR(32767) NOT NULL,
    name       VARCHAR(32767) NOT NULL,
    short_name VARCHAR(32767) NOT NULL,
    aliases    VARCHAR(32767) NOT NULL,
    kind       VARCHAR(32767) NOT NULL,
    opened     DATE,
    assessed   BOOLEAN       NOT NULL,
    PRIMARY KEY (instance, position)
);

CREATE TABLE staged_source (
    instance BIGINT       NOT NULL,
    name     VARCHAR(500) NOT NULL,
    content  TEXT         NOT NULL,
    PRIMARY KEY (instance, name)
);
