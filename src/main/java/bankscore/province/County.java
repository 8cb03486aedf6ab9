package bankscore.province;

import bankscore.run.Office;
import java.util.Optional;

/**
 * A county of a province.
 *
 * @param name that of its folder, by which it is called
 * @param office whose results they are, with its own folders
 * @param role as which it works on a database server, in the schema of that name; absent: as the province does
 */
public record County(String name, Office office, Optional<String> role) {}
