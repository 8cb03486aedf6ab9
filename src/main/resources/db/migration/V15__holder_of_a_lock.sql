-- Who holds the lock of a jurisdiction's period, and how often it has been taken. Whoever takes it counts one further; every
-- transaction of a run holds the row at its own count, so that a run that lost its lock changes nothing any more.
CREATE TABLE run_holder (
    jurisdiction VARCHAR(200)  NOT NULL,
    subject      VARCHAR(50)   NOT NULL,
    taken        BIGINT        NOT NULL,
    holder       VARCHAR(4000) NOT NULL,
    PRIMARY KEY (jurisdiction, subject)
);
