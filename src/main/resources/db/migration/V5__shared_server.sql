-- For a server that several counties share, and for texts of any length.

-- The row that orders the history's appends. Made here, because an append joins its caller's transaction, and on PostgreSQL
-- an insert that two processes try at once would spoil it.
INSERT INTO run_lock (jurisdiction, subject)
SELECT '', 'history' WHERE NOT EXISTS (SELECT 1 FROM run_lock WHERE jurisdiction = '' AND subject = 'history');

-- A cell may hold 32,767 characters, wherever it is staged; a finding quotes cells.
ALTER TABLE staged_sheet ALTER COLUMN name SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_figure ALTER COLUMN bank SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_figure ALTER COLUMN label SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_figure ALTER COLUMN choice SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_figure ALTER COLUMN note SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_figure ALTER COLUMN given_by SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_reason ALTER COLUMN code SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_reason ALTER COLUMN cell SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_reason ALTER COLUMN reason SET DATA TYPE VARCHAR(32767);
ALTER TABLE staged_reason ALTER COLUMN given_by SET DATA TYPE VARCHAR(32767);
ALTER TABLE bank_score ALTER COLUMN bank SET DATA TYPE VARCHAR(32767);
ALTER TABLE score_line ALTER COLUMN bank SET DATA TYPE VARCHAR(32767);
ALTER TABLE plan_row ALTER COLUMN fund SET DATA TYPE VARCHAR(32767);
ALTER TABLE plan_row ALTER COLUMN bank SET DATA TYPE VARCHAR(32767);
ALTER TABLE finding ALTER COLUMN sheet SET DATA TYPE VARCHAR(400000);
ALTER TABLE finding ALTER COLUMN bank SET DATA TYPE VARCHAR(400000);
ALTER TABLE finding ALTER COLUMN column_name SET DATA TYPE VARCHAR(400000);
ALTER TABLE finding ALTER COLUMN found SET DATA TYPE VARCHAR(400000);
ALTER TABLE finding ALTER COLUMN expected SET DATA TYPE VARCHAR(400000);
ALTER TABLE finding ALTER COLUMN action SET DATA TYPE VARCHAR(400000);
ALTER TABLE finding ALTER COLUMN message SET DATA TYPE VARCHAR(400000);
ALTER TABLE staged_sheet ALTER COLUMN file SET DATA TYPE VARCHAR(4096);
ALTER TABLE staged_reason ALTER COLUMN file SET DATA TYPE VARCHAR(32767);
ALTER TABLE finding ALTER COLUMN file SET DATA TYPE VARCHAR(32767);
