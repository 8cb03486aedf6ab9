package bankscore.subsidy;

import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.json.CodedResult;
import bankscore.run.publish.PaperFile;
import bankscore.run.publish.Publication;
import bankscore.subsidy.book.SubsidyWorkbook;
import bankscore.subsidy.papers.LinesFile;
import bankscore.subsidy.papers.ListFiles;
import bankscore.subsidy.papers.ResultJson;
import bankscore.subsidy.papers.SubsidyLetter;
import bankscore.subsidy.papers.SubsidyPage;
import bankscore.subsidy.say.Report;
import java.util.ArrayList;
import java.util.List;

/** The papers of a batch: book, letter and page beside the result; the lines of a large batch in files of their own. */
public final class SubsidyPapers {

    public static final String BOOK = "补助资金审核结果.xlsx";
    public static final String LETTER = "补助资金拨付请示.docx";
    public static final String ESTIMATE = "补助资金测算报告.docx";
    public static final String SHARES = "损失分摊报告.docx";
    public static final String LINES = "审核明细.csv";
    public static final String LISTED = "公示名单.csv";
    public static final String PAYMENTS = "拨付清单.csv";
    public static final String PAGE = "report.html";

    private SubsidyPapers() {}

    /**
     * What is published of a batch.
     *
     * @param judged a report that does not know its code yet
     * @param all the words of the program
     * @param fonts the profile of the book's fonts
     * @param chainHead the head of the history chain before it
     */
    static Publication of(Report judged, Letterhead head, Words all, String fonts, String chainHead) {
        Words words = all.of("subsidy");
        CodedResult result = ResultJson.of(judged, words);
        Report report = judged.with(judged.run().withCode(result.code()).after(chainHead));
        List<PaperFile> papers = new ArrayList<>(List.of(
                new PaperFile(BOOK, file -> SubsidyWorkbook.write(report, fonts, words, file)),
                new PaperFile(letter(report), file -> SubsidyLetter.write(report, head, words, file)),
                new PaperFile(PAGE, file -> SubsidyPage.write(report, words, file))));
        if (report.isLarge()) {
            papers.add(new PaperFile(LINES, file -> LinesFile.write(report, words, file)));
            papers.add(new PaperFile(ResultJson.LINES, file -> ResultJson.writeLines(report, file)));
            if (report.pays()) {
                papers.add(new PaperFile(LISTED, file -> ListFiles.writeListed(report, words, file)));
            }
        }
        if (report.paysMany()) {
            papers.add(new PaperFile(PAYMENTS, file -> ListFiles.writePayments(report, words, file)));
        }
        return new Publication(result.code(), result.bytes(), papers, 1);
    }

    private static String letter(Report report) {
        return report.isEstimate() ? ESTIMATE : report.pays() ? LETTER : SHARES;
    }
}
