package bankscore.subsidy;

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
import bankscore.run.request.Privacy;
import bankscore.run.revisions.EarlierRevisions;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.stage.ReadBack;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.RunContext;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.keep.FileRoom;
import bankscore.subsidy.keep.KeptDecisions;
import bankscore.subsidy.load.SubsidyLoader;
import bankscore.subsidy.load.SubsidyShapes;
import bankscore.subsidy.papers.CountySums;
import bankscore.subsidy.papers.ResultShapes;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.job.Job;

/** The table of contents: take, recognise, stage, judge, publish; a stop by findings ends the job as failed. */
public final class SubsidyJob implements Application<SubsidyScheme> {

    /** The kind of its rules. */
    static final String KIND = "subsidy";

    /** So many lines are held in memory at most while they are decided. */
    static final int IN_MEMORY = 8_000;

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public RuleReader<SubsidyScheme> rules() {
        return SubsidyLoader.READER;
    }

    @Override
    public Job job(Steps<SubsidyScheme> steps) {
        return steps.judged(name(), SubsidyJob::judge)
                .to(steps.publish(SubsidyJob::publication))
                .end()
                .build();
    }

    @Override
    public Job check(Steps<SubsidyScheme> steps) {
        return steps.judged(name() + "-check", SubsidyJob::judge).end().end().build();
    }

    @Override
    public Recomputation recomputation(PublishedRevisions<SubsidyScheme> revisions) {
        return new PublishedBatches(revisions)::again;
    }

    @Override
    public List<Subject> register(byte[] result) {
        return List.of();
    }

    @Override
    public CountyFigures figures(SubsidyScheme rule, byte[] result, Words words) {
        return CountySums.of(rule, result, words.of(KIND));
    }

    @Override
    public Questions questions(PublishedRevisions<SubsidyScheme> revisions) {
        return new Subsidies(revisions);
    }

    @Override
    public List<SchemaFile> schemas(Words words) {
        return Stream.concat(
                        Stream.of(SubsidyShapes.RULE, SubsidyShapes.CASE), ResultShapes.of(words.of(KIND)).stream())
                .toList();
    }

    @Override
    public List<RuleClause> clauses(SubsidyScheme rule, List<Dataset> datasets, Words words) {
        return new SubsidyProof(words).cited(rule, datasets);
    }

    @Override
    public RuleProof prove(Path config, Optional<String> rule, Optional<String> id, Words words)
            throws ConfigException {
        return SubsidyProof.of(config, rule, id, words);
    }

    /** What is decided in a run; its steps share it. */
    private static Judging judging(RunContext<SubsidyScheme> run, long instance) {
        return run.once(
                Judging.class,
                () -> new Judging(
                        new Judging.Staged(
                                StagedPeriod.of(run),
                                run.configuration().datasets(),
                                run.configuration().rule(),
                                instance),
                        new EarlierBatches(run.stores(), run.about().period(), Optional.empty()).memory(),
                        room(run, instance),
                        run.installation().words().of(KIND),
                        Map.of()));
    }

    /** Lines wait beside the copies of what arrived, and go with them; what is decided stays. */
    private static FileRoom room(RunContext<?> run, long instance) {
        try {
            return new FileRoom(Privacy.folder(run.about().folder().work().resolve("decided")), IN_MEMORY)
                    .keeping(kept(run).anew(instance));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Steps.Done judge(RunContext<SubsidyScheme> run, long instance) {
        Judging judging = judging(run, instance);
        AllFindings findings = AllFindings.of(run);
        List<Finding> ofTables = new ArrayList<>(judging.ofTables());
        ofTables.addAll(new EarlierRevisions(run.stores(), run.about().period(), Optional.empty()).publishedSince());
        findings.replace(instance, "check", ofTables);
        if (AllFindings.stop(run, instance, false)) {
            return new Steps.Done(Steps.FINDINGS, ofTables.size() + " findings");
        }
        Decisions decisions = judging.decisions();
        findings.replace(instance, "decide", decisions.findings());
        boolean stops = AllFindings.stop(run, instance, true);
        if (stops) {
            kept(run).forget(instance);
        }
        return new Steps.Done(
                stops ? Steps.FINDINGS : Steps.COMPLETED,
                decisions.lines().count() + " lines, " + decisions.payments().size() + " payments, "
                        + (ofTables.size() + decisions.findings().size()) + " findings");
    }

    private static KeptDecisions kept(RunContext<?> run) {
        return new KeptDecisions(run.stores().blocks());
    }

    private static Publication publication(RunContext<SubsidyScheme> run, long instance, String chainHead)
            throws IOException {
        return SubsidyPapers.of(
                report(run, instance),
                run.configuration().letterhead(run.about().period()),
                run.installation().words(),
                run.configuration().settings().fonts(),
                chainHead,
                run.about().folder().work());
    }

    private static Report report(RunContext<SubsidyScheme> run, long instance) {
        return new Reports(run.configuration(), run.installation().words().of(KIND))
                .of(
                        judging(run, instance),
                        StagedPeriod.of(run).registers(),
                        new Reports.Told(
                                run.about().period(),
                                AllFindings.of(run).all(instance),
                                run.facts(),
                                ReadBack.of(
                                        run.stores().staging(),
                                        instance,
                                        run.configuration().datasets()),
                                run.stores().approvals().current(run.about().period()),
                                new EarlierBatches(run.stores(), run.about().period(), Optional.empty()).last()));
    }
}
