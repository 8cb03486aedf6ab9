package bankscore.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands on a page of a rendered paper and where, in points from its upper left corner; read by {@code pdftotext}.
 *
 * @param blocks paragraphs or cells, each with its lines
 */
public record PdfPage(double width, double height, List<List<Line>> blocks) {

    private static final String BOX =
            " xMin=\"(-?[\\d.]+)\" yMin=\"(-?[\\d.]+)\" xMax=\"(-?[\\d.]+)\" yMax=\"(-?[\\d.]+)\">";
    private static final Pattern TAG = Pattern.compile(
            "<page width=\"([\\d.]+)\" height=\"([\\d.]+)\">" + "|<(block|line|word)" + BOX + "(?:([^<]*)</word>)?");

    /** Words that stand in one line. */
    public record Line(List<Word> words) {
        public String text() {
            return String.join(" ", words.stream().map(Word::text).toList());
        }
    }

    /** A word and its box. */
    public record Word(String text, double left, double top, double right, double bottom) {

        /** Whether the two are printed over each other; boxes of close lines touch by a little. */
        public boolean covers(Word other) {
            double across = Math.min(right, other.right) - Math.max(left, other.left);
            double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return across > 1.5 && down > 0.4 * Math.min(bottom - top, other.bottom - other.top);
        }
    }

    /** All pages of a PDF. */
    public static List<PdfPage> of(Path pdf, Path work) throws IOException, InterruptedException {
        Tool.assumeThere("pdftotext");
        Path boxes = work.resolve("boxes.html");
        Tool.run(work, List.of("pdftotext", "-bbox-layout", pdf.toString(), boxes.toString()));
        List<PdfPage> pages = new ArrayList<>();
        Matcher tag = TAG.matcher(Files.readString(boxes, StandardCharsets.UTF_8));
        while (tag.find()) {
            if (tag.group(3) == null) {
                pages.add(new PdfPage(
                        Double.parseDouble(tag.group(1)), Double.parseDouble(tag.group(2)), new ArrayList<>()));
                continue;
            }
            List<List<Line>> blocks = pages.get(pages.size() - 1).blocks;
            switch (tag.group(3)) {
                case "block" -> blocks.add(new ArrayList<>());
                case "line" -> blocks.get(blocks.size() - 1).add(new Line(new ArrayList<>()));
                default -> {
                    List<Line> lines = blocks.get(blocks.size() - 1);
                    lines.get(lines.size() - 1).words.add(word(tag));
                }
            }
        }
        return pages;
    }

    private static Word word(Matcher tag) {
        return new Word(
                tag.group(8).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
                Double.parseDouble(tag.group(4)),
                Double.parseDouble(tag.group(5)),
                Double.parseDouble(tag.group(6)),
                Double.parseDouble(tag.group(7)));
    }

    public List<Line> lines() {
        return blocks.stream().flatMap(List::stream).toList();
    }

    public List<Word> words() {
        return lines().stream().flatMap(line -> line.words().stream()).toList();
    }
}
