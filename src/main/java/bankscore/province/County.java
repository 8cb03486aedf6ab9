package bankscore.province;

import bankscore.run.Office;

/**
 * A county of a province.
 *
 * @param name that of its folder, by which it is called
 * @param office whose results they are, with its own folders
 */
public record County(String name, Office office) {}
