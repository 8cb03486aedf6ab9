package bankscore.run.stage;

import bankscore.facts.WrittenReason;
import bankscore.facts.register.Register;
import java.util.List;
import java.util.Locale;

/** The files that a written reason may mean: its name alone says which, without folder and extension, if it is the only one. */
record ReasonFiles(List<String> names) {
    /** Stands for a folder where a name alone fits several files, so that it fits none of them. */
    private static final String ANY = "…/";

    /** The reason with the file's whole name. */
    WrittenReason named(WrittenReason reason) {
        String stated = key(reason.file()).replace('\\', '/');
        if (stated.isEmpty()) {
            return reason;
        }
        List<String> meant = names.stream()
                .filter(name -> key(name).equals(stated) || ("/" + key(name)).endsWith("/" + stated))
                .toList();
        if (meant.isEmpty()) {
            meant = names.stream()
                    .filter(name -> ("/" + key(name).replaceAll("\\.[a-z]{3,4}$", "")).endsWith("/" + stated))
                    .toList();
        }
        String file = meant.size() == 1
                ? meant.get(0)
                : meant.isEmpty() || meant.contains(reason.file()) ? reason.file() : ANY + reason.file();
        return new WrittenReason(reason.code(), file, reason.cell(), reason.reason(), reason.by());
    }

    private static String key(String name) {
        return Register.key(name).toLowerCase(Locale.ROOT);
    }
}
