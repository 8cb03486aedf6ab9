package bankscore.subsidy;

import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.json.CodedResult;
import bankscore.run.publish.PaperFile;
import bankscore.run.publish.Publication;
import bankscore.subsidy.book.SubsidyWorkbook;
import bankscore.subsidy.papers.LineFiles;
import bankscore.subsidy.papers.ListFiles;
import bankscore.subsidy.papers.ResultJson;
import bankscore.subsidy.papers.SubsidyLetter;
import bankscore.subsidy.papers.SubsidyPage;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * @param work where the files of a large batch wait to be published
     */
    static Publication of(Report judged, Letterhead head, Words all, String fonts, String chainHead, Path work)
            throws IOException {
        Words words = all.of("subsidy");
        Path lines = work.resolve(LINES);
        Path linesForPrograms = work.resolve(ResultJson.LINES);
        CodedResult result;
        Shown shown;
        Optional<String> digestOfLines = Optional.empty();
        if (judged.isLarge()) {
            try (LineFiles files = new LineFiles(judged, words, lines, linesForPrograms)) {
                shown = Shown.of(judged, files);
                String digest = files.digest();
                result = files.result(digest);
                digestOfLines = Optional.of(digest);
            }
        } else {
            shown = Shown.of(judged);
            result = ResultJson.of(judged, words);
        }
        Report report = judged.with(judged.run().withCode(result.code()).after(chainHead));
        List<PaperFile> papers = new ArrayList<>(List.of(
                new PaperFile(BOOK, file -> SubsidyWorkbook.write(report, shown, fonts, words, file)),
                new PaperFile(letter(report), file -> SubsidyLetter.write(report, head, words, file)),
                new PaperFile(PAGE, file -> SubsidyPage.write(report, words, file))));
        if (report.isLarge()) {
            papers.add(new PaperFile(LINES, file -> Files.move(lines, file)));
            papers.add(new PaperFile(ResultJson.LINES, file -> Files.move(linesForPrograms, file), digestOfLines));
            if (report.pays()) {
                papers.add(new PaperFile(LISTED, file -> ListFiles.writeListed(report, shown.listed(), words, file)));
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
