-- The head of the history, so that the last entries cannot be cut off unseen.
CREATE TABLE history_head (
    seq  BIGINT      NOT NULL PRIMARY KEY,
    hash VARCHAR(64) NOT NULL
);
INSERT INTO history_head (seq, hash) SELECT seq, hash FROM history WHERE seq = (SELECT MAX(seq) FROM history);

-- What was typed may be of any length, and an entry is never refused for it, nor for a long name.
ALTER TABLE history ALTER COLUMN arguments SET DATA TYPE TEXT;
ALTER TABLE history ALTER COLUMN os_user SET DATA TYPE VARCHAR(4000);
ALTER TABLE history ALTER COLUMN machine SET DATA TYPE VARCHAR(4000);
