-- What a figure's cell shows by its number format, where that is not what it holds.
ALTER TABLE staged_figure ADD COLUMN shown NUMERIC(60, 24);
