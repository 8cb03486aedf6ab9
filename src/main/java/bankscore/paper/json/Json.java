package bankscore.paper.json;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Two ways to write the same JSON: for people and diffs, and canonically for digests. */
public final class Json {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectWriter PRINTED = JsonMapper.builder()
            .disable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private static final ObjectWriter CANONICAL = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build()
            .writer();

    private static final JsonMapper READ = JsonMapper.builder().build();

    private static final JsonMapper TREE = JsonMapper.builder()
            .disable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private Json() {}

    public static JsonNode read(byte[] bytes) {
        return READ.readTree(bytes);
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /** Maps, lists, texts, numbers and truths as JSON. */
    public static JsonNode tree(Map<String, ?> values) {
        return TREE.valueToTree(values);
    }

    /** In the order the keys were put, indented by two spaces, lines ended by {@code \n}, with a final newline. */
    public static byte[] printed(JsonNode node) {
        return escaped(PRINTED.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What a screen would obey that shows the file, by its number: stands in strings only, and means the same. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        int from = 0;
        for (int at = 0; at < json.length(); at++) {
            char sign = json.charAt(at);
            if (isUnshown(sign)) {
                escaped.append(json, from, at)
                        .append("\\u")
                        .append(HexFormat.of().toHexDigits(sign));
                from = at + 1;
            }
        }
        return escaped.append(json, from, json.length()).toString();
    }

    private static boolean isUnshown(char sign) {
        return sign >= 0x7F
                && (sign <= 0x9F
                        || sign == 0xAD
                        || sign == 0x61C
                        || (sign >= 0x200B && sign <= 0x200F)
                        || (sign >= 0x2028 && sign <= 0x202E)
                        || (sign >= 0x2060 && sign <= 0x206F)
                        || sign == 0xFEFF
                        || sign >= 0xFFFE);
    }

    /** Keys sorted, no white space. */
    public static String canonical(JsonNode node) {
        return CANONICAL.writeValueAsString(node);
    }
}
