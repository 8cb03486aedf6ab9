-- Parts of large files are kept deflated: how many bytes such a part has; none where it is kept as it is.
ALTER TABLE published_file ADD COLUMN plain INTEGER;
