package bankscore.contribution;

import static bankscore.run.Steps.COMPLETED;
import static bankscore.run.Steps.FINDINGS;

import bankscore.contribution.book.Preloading;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.judge.ResultTables;
import bankscore.contribution.load.SchemeReader;
import bankscore.contribution.load.SchemeShapes;
import bankscore.contribution.papers.CountySums;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.ResultShapes;
import bankscore.contribution.place.Placement;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
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
import bankscore.run.questions.CountyFigures;
import bankscore.run.questions.Questions;
import bankscore.run.questions.RuleProof;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.take.RunContext;
import bankscore.store.ResultStore;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.Job;

/**
 * The table of contents: take, recognise, stage, judge, publish; a stop by findings ends the job as failed.
 *
 * <p>Judging is to check the tables, to score the banks and to place the money, as far as nothing stops it.
 */
public final class ContributionJob implements Application<Scheme> {

    @Override
    public String name() {
        return "contribution";
    }

    @Override
    public Job job(Steps<Scheme> steps) {
        return steps.judged(name(), ContributionJob::judge)
                .to(steps.publish(new ContributionPapers()))
                .end()
                .build();
    }

    @Override
    public Job check(Steps<Scheme> steps) {
        return steps.judged(name() + "-check", ContributionJob::judge)
                .end()
                .end()
                .build();
    }

    @Override
    public RuleReader<Scheme> rules() {
        return new SchemeReader();
    }

    @Override
    public Recomputation recomputation(PublishedRevisions<Scheme> revisions) {
        return new PublishedQuarters(revisions)::again;
    }

    @Override
    public List<Subject> register(byte[] result) {
        return ResultJson.banks(result);
    }

    @Override
    public CountyFigures figures(Scheme rule, byte[] result, Words words) {
        return CountySums.of(result, words);
    }

    @Override
    public Questions questions(PublishedRevisions<Scheme> revisions) {
        return new Contribution(revisions);
    }

    @Override
    public List<SchemaFile> schemas(Words words) {
        return List.of(SchemeShapes.RULE, SchemeShapes.CASE, ResultShapes.of(words));
    }

    @Override
    public List<RuleClause> clauses(Scheme rule, List<Dataset> datasets, Words words) {
        return new SchemeProof(words).cited(rule, datasets);
    }

    @Override
    public RuleProof prove(Path config, Optional<String> rule, Optional<String> id, Words words)
            throws ConfigException {
        return new SchemeProof(words).prove(config, rule, id, words);
    }

    @Override
    public Closeable preload() {
        return new Preloading();
    }

    static Steps.Done judge(RunContext<Scheme> run, long instance) {
        Judging judging = Judging.of(run, instance);
        AllFindings findings = AllFindings.of(run);
        ResultStore results = run.stores().results();
        List<Finding> ofTables = new ArrayList<>(judging.checked().findings());
        ofTables.addAll(judging.publishedSince());
        findings.replace(instance, "check", ofTables);
        if (AllFindings.stop(run, instance, false)) {
            return new Steps.Done(FINDINGS, ofTables.size() + " findings");
        }
        Assessment assessment = judging.judged().assessment();
        Placement placement = judging.judged().placement();
        results.save(instance, ResultTables.of(assessment));
        findings.replace(instance, "score", assessment.findings());
        results.save(instance, List.of(ResultTables.of(placement)));
        findings.replace(instance, "allocate", placement.findings());
        List<Finding> ofExecution = judging.execution().map(Execution::findings).orElse(List.of());
        findings.replace(instance, "execution", ofExecution);
        return new Steps.Done(
                AllFindings.stop(run, instance, true) ? FINDINGS : COMPLETED,
                assessment.cards().size() + " banks, " + placement.funds().size() + " funds, "
                        + (ofTables.size() + judging.judged().findings().size() + ofExecution.size()) + " findings");
    }
}
