-- How far each county of a province is in a period, one row a county: what its last start came to. A county is named by its
-- folder; its jurisdiction and the rule of its series lead to its revision, and the instance to what was found.
CREATE TABLE province_county (
    province     VARCHAR(200)  NOT NULL,
    rule         VARCHAR(200)  NOT NULL,
    period       VARCHAR(10)   NOT NULL,
    county       VARCHAR(200)  NOT NULL,
    position     INTEGER       NOT NULL,
    jurisdiction VARCHAR(200)  NOT NULL,
    digest       VARCHAR(64)   NOT NULL,
    series       VARCHAR(200)  NOT NULL,
    state        VARCHAR(20)   NOT NULL,
    sent         INTEGER       NOT NULL,
    revision     INTEGER       NOT NULL,
    instance     BIGINT        NOT NULL,
    detail       VARCHAR(4000) NOT NULL,
    worker       VARCHAR(400)  NOT NULL,
    since        VARCHAR(40)   NOT NULL,
    millis       BIGINT        NOT NULL,
    PRIMARY KEY (province, rule, period, county)
);
