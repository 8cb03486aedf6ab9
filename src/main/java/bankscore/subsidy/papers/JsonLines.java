package bankscore.subsidy.papers;

import bankscore.subsidy.decide.Decision;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lines of a large batch as lines of their file, one after the other: canonical, each ended by {@code \n}. */
final class JsonLines {

    private static final JsonFactory LINES =
            JsonFactory.builder().rootValueSeparator("").build();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator to = LINES.createGenerator(ObjectWriteContext.empty(), text);

    /** A line in UTF-8. */
    byte[] line(Decision decided) {
        write(ResultTree.line(decided));
        to.flush();
        byte[] line = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        text.getBuffer().setLength(0);
        return line;
    }

    /** With its keys sorted, but without a tree: there may be a million. */
    private void write(Map<?, ? extends @Nullable Object> values) {
        to.writeStartObject();
        new TreeMap<Object, @Nullable Object>(values).forEach((key, value) -> {
            to.writeName((String) key);
            if (value instanceof Map<?, ?> inner) {
                write(inner);
            } else {
                to.writeString((String) value);
            }
        });
        to.writeEndObject();
    }
}
