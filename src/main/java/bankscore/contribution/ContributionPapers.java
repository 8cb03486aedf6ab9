package bankscore.contribution;

import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.OfficialLetter;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.ResultPage;
import bankscore.contribution.scheme.Scheme;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.load.LetterSettings;
import bankscore.load.Settings;
import bankscore.office.Letterhead;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.PaperFile;
import bankscore.run.publish.Papers;
import bankscore.run.publish.Publication;
import bankscore.run.take.RunContext;
import java.io.IOException;
import java.util.List;

/** The papers of a quarter: book, letter and page beside the result. */
public final class ContributionPapers implements Papers<Scheme> {

    public static final String BOOK = "考核结果.xlsx";
    public static final String LETTER = "资金调拨方案.docx";
    public static final String PAGE = "report.html";

    private static final String STEP = "publish";

    /** Of more banks the papers are written one after the other, because two at once would not fit into the heap. */
    private static final int MOST_BANKS_AT_ONCE = 300;

    @Override
    public Publication of(RunContext<Scheme> run, long instance, String chainHead) throws IOException {
        Words words = run.installation().words();
        Words bookWords =
                words.with("book.fonts", run.configuration().settings().fonts());
        Report calculated = report(run, instance);
        // The book first: what does not recalculate in it is a finding, and findings are part of the result and its
        // code.
        ScoreWorkbook book = ScoreWorkbook.calculated(calculated, bookWords, BOOK);
        try {
            AllFindings findings = AllFindings.of(run);
            findings.replace(instance, STEP, book.differences());
            Report found = calculated.with(findings.all(instance));
            Report report = found.with(found.run().withCode(ResultJson.code(found, words)));
            return new Made(book, report, words, letterhead(run, chainHead));
        } catch (RuntimeException e) {
            book.close();
            throw e;
        }
    }

    /** A result whose book is calculated. */
    private record Made(ScoreWorkbook book, Report report, Words words, Letterhead head) implements Publication {

        @Override
        public String code() {
            return report.run().code();
        }

        @Override
        public byte[] result() {
            return ResultJson.of(report, words);
        }

        @Override
        public List<PaperFile> papers() {
            return List.of(
                    new PaperFile(BOOK, file -> book.write(report, file)),
                    new PaperFile(LETTER, file -> OfficialLetter.write(report, head, words, file)),
                    new PaperFile(PAGE, file -> ResultPage.write(report, words, file)));
        }

        @Override
        public int atOnce() {
            return report.assessment().cards().size() <= MOST_BANKS_AT_ONCE ? 2 : 1;
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }

    /** What a run would publish. */
    static Report report(RunContext<Scheme> run, long instance) {
        return new Report(
                Judging.of(run, instance).judged(),
                AllFindings.of(run).all(instance),
                run.facts(),
                earlier(run),
                ColumnWords.of(run.configuration().datasets(), run.installation().words()),
                run.stores().approvals().current(run.about().period()));
    }

    /** The latest published result of each earlier period. */
    private static List<Report.Earlier> earlier(RunContext<Scheme> run) {
        return run.stores().revisions().latestBefore(run.about().period()).stream()
                .map(revision -> new Report.Earlier(
                        revision.period(),
                        revision.number(),
                        run.stores().results().scores(revision.instance()).stream()
                                .map(score ->
                                        new Report.BankResult(score.bank(), score.total(), score.rank(), score.share()))
                                .toList()))
                .toList();
    }

    private static Letterhead letterhead(RunContext<Scheme> run, String chainHead) {
        Settings settings = run.configuration().settings();
        LetterSettings letter = run.configuration().letter();
        LetterSettings.Issue issue = letter.issue(run.about().period());
        return new Letterhead(
                letter.office().orElse(settings.bureau()),
                letter.addressee().orElse(settings.government()),
                issue.number(),
                issue.date(),
                letter.signatory(),
                letter.contact(),
                letter.telephone(),
                chainHead);
    }
}
