package bankscore.run.request;

import bankscore.office.Slip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command filed.
 *
 * @param written the slips that were missing, each by its page
 * @param signed the pages of decisions that were written, or written anew
 * @param failure why one could not be written; what is published or approved stands all the same
 */
public record FiledSlips(Map<Path, Slip> written, List<Path> signed, Optional<IOException> failure) {

    /** Nothing was missing. */
    public static final FiledSlips NONE = new FiledSlips(Map.of(), List.of(), Optional.empty());

    public FiledSlips {
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
        signed = List.copyOf(signed);
    }
}
