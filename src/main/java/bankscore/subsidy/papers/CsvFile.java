package bankscore.subsidy.papers;

import bankscore.paper.workbook.CellText;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A list in UTF-8 with the mark by which Excel knows it. */
final class CsvFile implements Closeable {

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{12,}");
    private static final String MARK = "\uFEFF";

    private final Writer out;

    CsvFile(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write(MARK);
    }

    /** Text from input: not taken for a formula, and no long number for one that has 15 digits. */
    static String text(String text) {
        return LONG_NUMBER.matcher(text).matches() ? "'" + text : CellText.escaped(text);
    }

    void row(List<String> cells) {
        try {
            out.write(String.join(",", cells.stream().map(CsvFile::quoted).toList()) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
