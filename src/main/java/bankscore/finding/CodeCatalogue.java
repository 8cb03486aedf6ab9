package bankscore.finding;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All finding codes with their words, made from the same source as every message. */
public final class CodeCatalogue {

    private CodeCatalogue() {}

    /** One table per stage, in the order of the codes; what a finding fills in is shown as an ellipsis. */
    public static String markdown(Words words) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(words.text("codes.title")).append("\n\n");
        text.append(words.text("codes.intro", "rules", Code.rules())).append('\n');
        for (Code.Stage stage : Code.Stage.values()) {
            text.append("\n## ")
                    .append(words.text("codes.stage." + stage.name().toLowerCase(Locale.ROOT)))
                    .append("\n\n| ")
                    .append(words.text("codes.head"))
                    .append(" |\n| --- | --- | --- | --- | --- | --- |\n");
            for (Code code : Code.values()) {
                if (code.stage() == stage) {
                    String key = "finding." + code.name();
                    text.append(String.join(
                                    " | ",
                                    "| " + code.name(),
                                    words.text("level." + code.level().name()),
                                    shown(words, key + ".title"),
                                    shown(words, key + ".found"),
                                    shown(words, key + ".expected"),
                                    shown(words, key + ".action")))
                            .append(" |\n");
                }
            }
        }
        return text.toString();
    }

    /** The words under a key, each variant on a line of its own. */
    private static String shown(Words words, String key) {
        String usual = words.find(key).orElseThrow(() -> new IllegalStateException("no words under the key " + key));
        return Stream.concat(
                        Stream.of(usual),
                        words.keys().stream()
                                .filter(other -> other.startsWith(key + "."))
                                .sorted()
                                .flatMap(other -> words.find(other).stream()))
                .map(text -> text.replaceAll("\\{[A-Za-z0-9_.]+}", "…").replace("|", "\\|"))
                .distinct()
                .collect(Collectors.joining("<br>"));
    }
}
