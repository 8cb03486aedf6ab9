-- A finding is its code and its details; words are put on when it is shown. What earlier versions found keeps its words and has
-- no details.
ALTER TABLE finding ADD COLUMN details VARCHAR(1000000);
ALTER TABLE finding ALTER COLUMN found DROP NOT NULL;
ALTER TABLE finding ALTER COLUMN expected DROP NOT NULL;
ALTER TABLE finding ALTER COLUMN action DROP NOT NULL;
ALTER TABLE finding ALTER COLUMN message DROP NOT NULL;
