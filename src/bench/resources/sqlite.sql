-- The rows of the files are put in by a statement for each, all in one transaction, in memory. Points are counted in
-- thousandths: SQLite has no decimal numbers.
CREATE TABLE survey (unit TEXT, bank TEXT, rating INTEGER);
CREATE TABLE service (day TEXT, bank TEXT, unit TEXT, matter TEXT, points INTEGER);
