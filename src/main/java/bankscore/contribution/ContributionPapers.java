package bankscore.contribution;

import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.ResultTables;
import bankscore.contribution.papers.OfficialLetter;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.ResultPage;
import bankscore.contribution.papers.WithdrawalLetter;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.office.Letterhead;
import bankscore.paper.json.CodedResult;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.PaperFile;
import bankscore.run.publish.Papers;
import bankscore.run.publish.Publication;
import bankscore.run.stage.ReadBack;
import bankscore.run.take.RunContext;
import java.util.ArrayList;
import java.util.List;

/** The papers of a quarter: book, letter, the request to take deposits back if there is one, and page beside the result. */
public final class ContributionPapers implements Papers<Scheme> {

    public static final String BOOK = "考核结果.xlsx";
    public static final String LETTER = "资金调拨方案.docx";
    public static final String WITHDRAWAL = "收回建议.docx";
    public static final String PAGE = "report.html";

    /** Of more banks the papers are written one after the other, because two at once would not fit into the heap. */
    private static final int MOST_BANKS_AT_ONCE = 2_000;

    @Override
    public Publication of(RunContext<Scheme> run, long instance, String chainHead) {
        Words words = run.installation().words();
        String fonts = run.configuration().settings().fonts();
        Report judged = report(run, instance);
        CodedResult result = ResultJson.of(judged, words);
        Report report = judged.with(judged.run().withCode(result.code()).after(chainHead));
        Letterhead head = run.configuration().letterhead(run.about().period());
        WithdrawalLetter withdrawal = new WithdrawalLetter(report, head, words);
        List<PaperFile> papers = new ArrayList<>(List.of(
                new PaperFile(BOOK, file -> ScoreWorkbook.write(report, fonts, words, file)),
                new PaperFile(LETTER, file -> OfficialLetter.write(report, head, words, file))));
        if (withdrawal.isNeeded()) {
            papers.add(new PaperFile(WITHDRAWAL, withdrawal::write));
        }
        papers.add(new PaperFile(PAGE, file -> ResultPage.write(report, words, file)));
        return new Publication(
                result.code(),
                result.bytes(),
                papers,
                report.assessment().cards().size() <= MOST_BANKS_AT_ONCE ? 2 : 1);
    }

    private static Report report(RunContext<Scheme> run, long instance) {
        Judging judging = Judging.of(run, instance);
        Judgement judged = judging.judged();
        return new Report(
                judged,
                AllFindings.of(run).all(instance),
                run.facts(),
                earlier(run),
                ReadBack.of(
                        run.stores().staging(), instance, run.configuration().datasets()),
                ColumnWords.of(
                        run.configuration().datasets(), run.installation().words()),
                run.stores().approvals().current(run.about().period()),
                judging.execution(),
                new WorkingSentence(run.installation().words()).all(judged.assessment()));
    }

    /** The latest published result of each earlier period. */
    private static List<Report.Earlier> earlier(RunContext<Scheme> run) {
        return run.stores().revisions().latestBefore(run.about().period()).stream()
                .map(revision -> new Report.Earlier(
                        revision.period(),
                        revision.number(),
                        ResultTables.results(run.stores().results().rows(revision.instance(), ResultTables.SCORES))))
                .toList();
    }
}
