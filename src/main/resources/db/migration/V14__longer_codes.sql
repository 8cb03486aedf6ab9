-- The code on paper has 80 bits, in four groups of four letters.
ALTER TABLE revision ALTER COLUMN code SET DATA TYPE VARCHAR(19);
