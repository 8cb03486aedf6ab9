package bankscore.watch;

import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.json.CodedResult;
import bankscore.run.publish.PaperFile;
import bankscore.run.publish.Publication;
import bankscore.watch.book.WatchWorkbook;
import bankscore.watch.papers.Notices;
import bankscore.watch.papers.ResultJson;
import bankscore.watch.papers.WatchLetter;
import bankscore.watch.papers.WatchPage;
import bankscore.watch.say.Report;
import java.util.ArrayList;
import java.util.List;

/** The papers of a period: book, circular, a notice for each named subject, page beside the result. */
final class WatchPapers {

    public static final String BOOK = "情况通报.xlsx";
    public static final String LETTER = "情况通报.docx";
    public static final String PAGE = "report.html";

    private WatchPapers() {}

    /**
     * What is published of a period.
     *
     * @param judged a report that does not know its code yet
     * @param all the words of the program
     * @param fonts the profile of the book's fonts
     * @param chainHead the head of the history chain before it
     */
    static Publication of(Report judged, Letterhead head, Words all, String fonts, String chainHead) {
        Words words = all.of("watch");
        CodedResult result = ResultJson.of(judged, words);
        Report report = judged.with(judged.run().withCode(result.code()).after(chainHead));
        List<PaperFile> papers = new ArrayList<>(List.of(
                new PaperFile(BOOK, file -> WatchWorkbook.write(report, fonts, words, file)),
                new PaperFile(LETTER, file -> WatchLetter.write(report, head, words, file)),
                new PaperFile(PAGE, file -> WatchPage.write(report, words, file))));
        papers.addAll(Notices.of(report, head, words));
        return new Publication(result.code(), result.bytes(), papers, 1);
    }
}
