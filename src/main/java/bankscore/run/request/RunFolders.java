package bankscore.run.request;

import java.nio.file.Path;

/**
 * Where a run reads and writes.
 *
 * @param config the folder with the rule and dataset files
 * @param input the folder with one folder per period
 * @param output the folder that everything is written to
 */
public record RunFolders(Path config, Path input, Path output) {}
