package bankscore.watch;

import bankscore.facts.Subject;
import bankscore.finding.ConfigException;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.rule.RuleReader;
import bankscore.load.schema.SchemaFile;
import bankscore.rule.say.RuleClause;
import bankscore.run.Application;
import bankscore.run.Steps;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.Publication;
import bankscore.run.questions.CountyFigures;
import bankscore.run.questions.Questions;
import bankscore.run.questions.RuleProof;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.stage.ReadBack;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.RunContext;
import bankscore.watch.judge.Judgement;
import bankscore.watch.load.WatchLoader;
import bankscore.watch.load.WatchShapes;
import bankscore.watch.papers.CountySums;
import bankscore.watch.papers.ResultShapes;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.WatchScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.Job;

/** The table of contents: take, recognise, stage, judge, publish; a stop by findings ends the job as failed. */
public final class WatchJob implements Application<WatchScheme> {

    /** The kind of its rules. */
    static final String KIND = "watch";

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public RuleReader<WatchScheme> rules() {
        return WatchLoader.READER;
    }

    @Override
    public Job job(Steps<WatchScheme> steps) {
        return steps.judged(name(), WatchJob::judge)
                .to(steps.publish(WatchJob::publication))
                .end()
                .build();
    }

    @Override
    public Job check(Steps<WatchScheme> steps) {
        return steps.judged(name() + "-check", WatchJob::judge).end().end().build();
    }

    @Override
    public Recomputation recomputation(PublishedRevisions<WatchScheme> revisions) {
        return new PublishedNotices(revisions)::again;
    }

    @Override
    public List<Subject> register(byte[] result) {
        return List.of();
    }

    @Override
    public CountyFigures figures(WatchScheme rule, byte[] result, Words words) {
        return CountySums.of(rule, result, words.of(KIND));
    }

    @Override
    public Questions questions(PublishedRevisions<WatchScheme> revisions) {
        return new Watching(revisions);
    }

    @Override
    public List<SchemaFile> schemas(Words words) {
        return List.of(WatchShapes.RULE, WatchShapes.CASE, ResultShapes.of(words.of(KIND)));
    }

    @Override
    public List<RuleClause> clauses(WatchScheme rule, List<Dataset> datasets, Words words) {
        return new WatchProof(words).cited(rule, datasets);
    }

    @Override
    public RuleProof prove(Path config, Optional<String> rule, Optional<String> id, Words words)
            throws ConfigException {
        return WatchProof.of(config, rule, id, words);
    }

    /** What is judged in a run; its steps share it. */
    private static Judging judging(RunContext<WatchScheme> run, long instance) {
        return run.once(
                Judging.class,
                () -> new Judging(
                        new Judging.Staged(
                                StagedPeriod.of(run),
                                run.configuration().datasets(),
                                run.configuration().rule(),
                                instance),
                        earlier(run),
                        run.installation().words().of(KIND)));
    }

    private static EarlierNotices earlier(RunContext<?> run) {
        return new EarlierNotices(run.stores(), run.about().period(), Optional.empty());
    }

    private static Steps.Done judge(RunContext<WatchScheme> run, long instance) {
        Judging judging = judging(run, instance);
        AllFindings findings = AllFindings.of(run);
        List<Finding> ofTables = new ArrayList<>(judging.ofTables());
        ofTables.addAll(earlier(run).publishedSince());
        findings.replace(instance, "check", ofTables);
        if (AllFindings.stop(run, instance, false)) {
            return new Steps.Done(Steps.FINDINGS, ofTables.size() + " findings");
        }
        Judgement judgement = judging.judgement();
        List<Finding> ofJudgement = new ArrayList<>(judgement.findings());
        ofJudgement.addAll(judging.doubts());
        findings.replace(instance, "decide", ofJudgement);
        return new Steps.Done(
                AllFindings.stop(run, instance, true) ? Steps.FINDINGS : Steps.COMPLETED,
                judgement.named().count() + " named, " + (ofTables.size() + ofJudgement.size()) + " findings");
    }

    private static Publication publication(RunContext<WatchScheme> run, long instance, String chainHead) {
        Report report = new Reports(
                        run.configuration(), run.installation().words().of(KIND))
                .of(
                        judging(run, instance),
                        AllFindings.of(run).all(instance),
                        run.facts(),
                        ReadBack.of(
                                run.stores().staging(),
                                instance,
                                run.configuration().datasets()),
                        run.stores().approvals().current(run.about().period()));
        return WatchPapers.of(
                report,
                run.configuration().letterhead(run.about().period()),
                run.installation().words(),
                run.configuration().settings().fonts(),
                chainHead);
    }
}
