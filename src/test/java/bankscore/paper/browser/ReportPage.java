package bankscore.paper.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import bankscore.machine.Tool;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.PdfOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published {@code report.html}, read from the disk as whoever got it by mail does.
 *
 * @param code the verification code of what is published
 */
record ReportPage(Chromium chromium, Path file, String code) {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final Pattern CODE = Pattern.compile("\"code\": \"([-0-9A-Z]+)\"");
    private static final Pattern SIZE = Pattern.compile("Page size:\\s+84[12][.\\d]* x 59[45][.\\d]* pts");
    private static final Pattern PAGES = Pattern.compile("Pages:\\s+(\\d+)");

    /**
     * Publishes a period.
     *
     * @param revision below the folder of what is published
     */
    static ReportPage publish(Chromium chromium, Path output, String revision, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("run", "--quiet"));
        command.addAll(Arrays.asList(words));
        assertThat(new CommandsInProcess(output)
                        .type(command.toArray(String[]::new))
                        .code())
                .isZero();
        Path folder = output.resolve(revision);
        Matcher code = CODE.matcher(Files.readString(folder.resolve("result.json")));
        assertThat(code.find()).isTrue();
        return new ReportPage(chromium, folder.resolve("report.html"), code.group(1));
    }

    private String address() {
        return file.toUri().toString().replaceFirst("^file:/+", "file:///");
    }

    /** A window with it; it may ask for itself alone. */
    Tab open(NewContextOptions options) {
        if (options.viewportSize == null) {
            options.setViewportSize(WIDTH, HEIGHT);
        }
        return chromium.open(options).go(address(), "");
    }

    /** Does something with it in a window; nothing may be asked elsewhere or go wrong meanwhile. */
    void read(Consumer<Tab> work) {
        read(new NewContextOptions(), work);
    }

    void read(NewContextOptions options, Consumer<Tab> work) {
        try (Tab tab = open(options)) {
            work.accept(tab);
            assertThat(tab.faults()).isEmpty();
        }
    }

    /** The same in a window that is so wide. */
    void read(int width, int height, Consumer<Tab> work) {
        read(new NewContextOptions().setViewportSize(width, height), work);
    }

    /** Its sheets of paper as text, as they are printed now. */
    List<String> sheets(Tab tab, Path folder) {
        try {
            Path pdf = folder.resolve("page.pdf");
            tab.page().pdf(new PdfOptions().setPath(pdf).setPreferCSSPageSize(true));
            String facts = Tool.said(folder, List.of("pdfinfo", pdf.toString()));
            assertThat(SIZE.matcher(facts).find()).as(facts).isTrue();
            Path text = folder.resolve("page.txt");
            Tool.run(folder, List.of("pdftotext", "-layout", pdf.toString(), text.toString()));
            List<String> sheets = List.of(Files.readString(text).split("\f"));
            Matcher pages = PAGES.matcher(facts);
            assertThat(pages.find()).as(facts).isTrue();
            assertThat(sheets).hasSize(Integer.parseInt(pages.group(1)));
            return sheets;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of a sheet without blanks, the last one first. */
    static List<String> fromBelow(String sheet) {
        List<String> lines = new ArrayList<>(sheet.lines()
                .map(line -> line.replaceAll("\\s", ""))
                .filter(line -> !line.isEmpty())
                .toList());
        Collections.reverse(lines);
        return lines;
    }

    /** What a script of the page gives, as texts. */
    @SuppressWarnings("unchecked")
    static List<String> texts(Tab tab, String selector, String expression) {
        return (List<String>) tab.page().evalOnSelectorAll(selector, "(all) => all.map((each) => " + expression + ")");
    }

    /** Amounts in fen, as they are printed in yuan or ten thousand yuan with two decimals. */
    static long cents(String printed) {
        assertThat(printed).matches("-?[\\d,]+\\.\\d\\d");
        return Long.parseLong(printed.replace(",", "").replace(".", ""));
    }

    /** Numbers that stand in a column of the table that is searched and sorted. */
    static List<String> column(Tab tab, int at) {
        return texts(tab, "#ranking-table tbody tr:not([hidden])", "each.cells[" + at + "].textContent.trim()");
    }
}
