package bankscore.contribution.papers;

import bankscore.contribution.judge.Report;
import bankscore.finding.Words;
import bankscore.paper.page.PageFile;
import java.io.IOException;
import java.nio.file.Path;

/** The result of a quarter on one self-contained page. */
public final class ResultPage {

    private static final String TEMPLATE = "report.html";

    private ResultPage() {}

    /** Writes the page. */
    public static void write(Report report, Words words, Path file) throws IOException {
        of(report, words).write(file);
    }

    /** The page's text; the same for the same report. */
    public static String html(Report report, Words words) {
        return of(report, words).html();
    }

    /** The page before it is written. */
    public static PageFile.Sheet of(Report report, Words words) {
        return new PageFile.Sheet(TEMPLATE, PageMaker.of(report, words), words);
    }
}
