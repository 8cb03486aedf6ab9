-- The configuration of a revision is kept with what was staged for it (staged_source, version 6); once is enough.
DROP TABLE published_configuration;

-- What was typed may be of any length, and an entry is never refused for it, nor for a long name.
ALTER TABLE history ALTER COLUMN arguments SET DATA TYPE TEXT;
ALTER TABLE history ALTER COLUMN os_user SET DATA TYPE VARCHAR(4000);
ALTER TABLE history ALTER COLUMN machine SET DATA TYPE VARCHAR(4000);
