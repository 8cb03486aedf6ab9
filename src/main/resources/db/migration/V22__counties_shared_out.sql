-- The counties of a province on several machines. Messages to the workers, as Spring Integration keeps those of a channel:
-- the row of a message is held by the worker that has taken it, until its county is done.
CREATE SEQUENCE int_message_seq START WITH 1 INCREMENT BY 1 NO CYCLE;

CREATE TABLE int_channel_message (
    message_id       CHAR(36)     NOT NULL,
    group_key        CHAR(36)     NOT NULL,
    created_date     BIGINT       NOT NULL,
    message_priority BIGINT,
    message_sequence BIGINT       DEFAULT nextval('int_message_seq') NOT NULL,
    message_content  BYTEA,
    region           VARCHAR(100) NOT NULL,
    PRIMARY KEY (region, group_key, created_date, message_sequence)
);
CREATE INDEX int_channel_message_id ON int_channel_message (region, group_key, message_id);

-- What the workers need of a province's folders, by the digest of its bytes, a part of a large file in a row.
CREATE TABLE shared_content (
    digest  CHAR(64) NOT NULL,
    part    INTEGER  NOT NULL,
    content BYTEA    NOT NULL,
    PRIMARY KEY (digest, part)
);

-- Where each of them lies below the folder of its county; the province's own below the county without a name.
CREATE TABLE shared_file (
    province VARCHAR(200)  NOT NULL,
    start    CHAR(64)      NOT NULL,
    county   VARCHAR(200)  NOT NULL,
    path     VARCHAR(1000) NOT NULL,
    digest   CHAR(64)      NOT NULL,
    PRIMARY KEY (province, start, county, path)
);

-- The workers, and when each was last heard of.
CREATE TABLE worker (
    name    VARCHAR(400) NOT NULL,
    version VARCHAR(100) NOT NULL,
    began   VARCHAR(40)  NOT NULL,
    heard   BIGINT       NOT NULL,
    county  VARCHAR(200) NOT NULL,
    PRIMARY KEY (name)
);
