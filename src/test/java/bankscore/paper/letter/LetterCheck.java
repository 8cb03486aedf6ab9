package bankscore.paper.letter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * Finds what a reviser of official letters would mark: wrong brackets, dates and punctuation, places left over, annexes
 * that are called otherwise, a closing that does not suit the kind of letter.
 *
 * <p>It reads a file and knows nothing of how ours is written, so that it can be held against any letter.
 */
public final class LetterCheck {

    private static final Pattern NUMBER = Pattern.compile("[\\p{IsHan}×]+〔\\d{4}〕([1-9]\\d*|×)号");
    private static final Pattern YEAR_IN_BRACKETS = Pattern.compile("[(（\\[［【{]\\d{4}[)）\\]］】}]");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}|年0\\d月|月0\\d日|\\d{4}[./]\\d{1,2}[./]\\d{1,2}");
    private static final Pattern HALF_WIDTH =
            Pattern.compile("\\p{IsHan}[,;:!?()\\[\\]\"']|[,;:!?()\\[\\]\"']\\p{IsHan}");
    private static final Pattern LEFT_OVER =
            Pattern.compile("[{}]|\\bnull\\b|TO[ -]?DO|[Xx]{3}|__|\\.\\.\\.|…|NaN|Optional");
    private static final Pattern DOUBLED = Pattern.compile("[，。；：、]{2}|（）|《》|“”");
    private static final Pattern SECTION = Pattern.compile("([一二三四五六七八九十]+)、.*");
    private static final Pattern ANNEX = Pattern.compile("(?:附件：)?(?:(\\d+)\\. )?(.+)");
    private static final Pattern DRAFT = Pattern.compile("（送审稿(，尚有[1-9]\\d*项未说明)?）");
    private static final String NUMERALS = "一二三四五六七八九十";

    private final List<String> problems = new ArrayList<>();
    private final List<XWPFParagraph> paragraphs;
    private final List<String> cells = new ArrayList<>();

    private LetterCheck(XWPFDocument document) {
        paragraphs = document.getParagraphs();
        for (IBodyElement element : document.getBodyElements()) {
            if (element instanceof XWPFTable table) {
                table.getRows().forEach(row -> row.getTableCells().forEach(cell -> cells.add(cell.getText())));
            }
        }
    }

    /** The problems of a file that may hold several letters. */
    public static List<String> problems(Path file) throws java.io.IOException {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            LetterCheck check = new LetterCheck(document);
            check.check();
            return check.problems;
        }
    }

    private void check() {
        paragraphs.forEach(paragraph -> wording(paragraph.getText()));
        cells.forEach(this::wording);
        List<List<XWPFParagraph>> letters = new ArrayList<>();
        for (XWPFParagraph paragraph : paragraphs) {
            if (isStyled(paragraph, "DocumentNumber") || letters.isEmpty()) {
                letters.add(new ArrayList<>());
            }
            letters.get(letters.size() - 1).add(paragraph);
        }
        letters.forEach(this::letter);
    }

    private void wording(String text) {
        find(YEAR_IN_BRACKETS, text, "a year in other brackets than 〔〕");
        find(DATE, text, "a date not written as 2023年1月5日");
        find(HALF_WIDTH, text, "a half-width mark in Chinese text");
        find(LEFT_OVER, text, "a place left over");
        find(DOUBLED, text, "two marks in a row");
        find(Pattern.compile("请示报告"), text, "a letter is a request or a report");
        find(Pattern.compile("\\p{Cntrl}&&[^\\t]|[\\u202A-\\u202E\\u2066-\\u2069]"), text, "a control character");
    }

    private void letter(List<XWPFParagraph> letter) {
        String title = styled(letter, "Title").stream().collect(Collectors.joining());
        String all = letter.stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        expect(
                NUMBER.matcher(styled(letter, "DocumentNumber").stream()
                                .map(line -> line.replaceAll("\t.*", ""))
                                .collect(Collectors.joining()))
                        .matches(),
                "the number of " + title);
        expect(all.contains("签发人："), "an upward letter names who issues it: " + title);
        expect(!title.matches(".*[，。；：、！？]$"), "a title without end punctuation: " + title);
        List<String> addressees = styled(letter, "Addressee");
        expect(addressees.size() == 1 && addressees.get(0).matches("[^：、，]+："), "one addressee: " + addressees);
        if (!styled(letter, "Draft").stream().allMatch(mark -> DRAFT.matcher(mark).matches())
                || styled(letter, "Draft").isEmpty()) {
            find(Pattern.compile("×"), all, "an empty place in a letter that is no draft");
        }
        closing(title, all);
        sections(styled(letter, "Heading1"));
        annexes(letter);
        List<String> signed = styled(letter, "SignedOn");
        expect(
                signed.size() == 1 && signed.get(0).matches("\\d{4}年([1-9]|1[0-2]|×)月([1-9]|[12]\\d|3[01]|×)日"),
                "the date of signing: " + signed);
        expect(all.matches("(?s).*（联系人：[^，]+，电话：[^）]+）.*"), "whom to ask: " + title);
    }

    private void closing(String title, String all) {
        boolean asks = all.contains("妥否，请批示。");
        if (title.endsWith("请示")) {
            expect(asks, "a request closes with 妥否，请批示。");
        } else if (title.endsWith("报告")) {
            expect(all.contains("特此报告。") && !asks && !all.contains("请批"), "a report asks for nothing");
        } else {
            problems.add("what kind of letter: " + title);
        }
    }

    private void sections(List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            Matcher heading = SECTION.matcher(headings.get(i));
            expect(
                    heading.matches() && (i >= 10 || heading.group(1).equals(NUMERALS.substring(i, i + 1))),
                    "the numeral of section " + (i + 1) + ": " + headings.get(i));
        }
    }

    private void annexes(List<XWPFParagraph> letter) {
        List<String> names = new ArrayList<>();
        for (String line : styled(letter, "AttachmentNoteOnly", "AttachmentNote", "AttachmentNoteNext")) {
            Matcher annex = ANNEX.matcher(line);
            expect(annex.matches(), "an annex: " + line);
            if (annex.matches()) {
                names.add(annex.group(2));
                expect(!annex.group(2).matches(".*\\p{IsPunctuation}$"), "an annex's name without end mark: " + line);
                expect(
                        annex.group(1) == null || Integer.parseInt(annex.group(1)) == names.size(),
                        "the number of annex " + names.size());
            }
        }
        List<String> titles = styled(letter, "AttachmentTitle");
        expect(titles.equals(names), "annexes are titled " + titles + " and listed " + names);
        List<String> labels = styled(letter, "AttachmentLabel");
        for (int i = 0; i < labels.size(); i++) {
            String wanted = labels.size() == 1 ? "附件" : "附件" + (i + 1);
            expect(labels.get(i).equals(wanted), wanted + " is labelled " + labels.get(i));
        }
    }

    private static List<String> styled(List<XWPFParagraph> letter, String... styles) {
        return letter.stream()
                .filter(paragraph -> List.of(styles).contains(String.valueOf(paragraph.getStyle())))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static boolean isStyled(XWPFParagraph paragraph, String style) {
        return style.equals(paragraph.getStyle());
    }

    private void expect(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }

    private void find(Pattern wrong, String text, String problem) {
        Matcher matcher = wrong.matcher(text);
        if (matcher.find()) {
            problems.add(problem + ": " + matcher.group() + " in " + text);
        }
    }
}
