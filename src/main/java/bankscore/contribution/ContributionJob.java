package bankscore.contribution;

import static bankscore.run.Steps.COMPLETED;
import static bankscore.run.Steps.FINDINGS;

import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.place.Allocator;
import bankscore.contribution.place.Plan;
import bankscore.contribution.score.Assessment;
import bankscore.facts.Bank;
import bankscore.finding.Finding;
import bankscore.run.Application;
import bankscore.run.Steps;
import bankscore.run.publish.AllFindings;
import bankscore.run.revisions.Recomputation;
import bankscore.run.take.RunContext;
import bankscore.store.ResultStore;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.FlowJobBuilder;
import org.springframework.batch.core.step.Step;

/**
 * The table of contents: take, recognise, stage, judge, publish; a stop by findings ends the job as failed.
 *
 * <p>Judging is to check the tables, to score the banks and to place the money, as far as nothing stops it.
 */
public final class ContributionJob implements Application {

    @Override
    public String name() {
        return "contribution";
    }

    @Override
    public Job job(Steps steps) {
        return judged(steps, name(), ContributionJob::judge)
                .to(steps.publish(new ContributionPapers()))
                .end()
                .build();
    }

    @Override
    public Job check(Steps steps) {
        return judged(steps, name() + "-check", ContributionJob::judge)
                .end()
                .end()
                .build();
    }

    /** The steps up to what may stop a run. */
    static FlowBuilder.TransitionBuilder<FlowJobBuilder> judged(Steps steps, String name, Steps.Work judging) {
        Step judge = steps.judge(judging);
        return steps.job(name)
                .start(steps.take())
                .next(steps.recognise())
                .next(steps.stage())
                .next(judge)
                .on(FINDINGS)
                .fail()
                .from(judge)
                .on(COMPLETED);
    }

    @Override
    public Recomputation recomputation() {
        return PublishedQuarters::again;
    }

    @Override
    public List<Bank> register(byte[] result) {
        return ResultJson.banks(result);
    }

    static Steps.Done judge(RunContext run, long instance) {
        Judging judging = Judging.of(run, instance);
        AllFindings findings = AllFindings.of(run);
        ResultStore results = run.stores().results();
        List<Finding> ofTables = judging.checked().findings();
        findings.replace(instance, "check", ofTables);
        if (stops(run, instance)) {
            return new Steps.Done(FINDINGS, ofTables.size() + " findings");
        }
        Assessment assessment = judging.assessment();
        results.save(instance, assessment);
        findings.replace(instance, "score", assessment.findings());
        Optional<Plan> plan = judging.plan();
        plan.ifPresent(placed -> results.save(instance, placed));
        List<Finding> ofPlan = plan.map(Plan::findings)
                .orElseGet(() -> Allocator.withoutPlan(judging.checked().quarter()));
        findings.replace(instance, "allocate", ofPlan);
        int found = ofTables.size() + assessment.findings().size() + ofPlan.size();
        return new Steps.Done(
                stops(run, instance) ? FINDINGS : COMPLETED,
                assessment.cards().size() + " banks, "
                        + plan.map(placed -> placed.funds().size()).orElse(0) + " funds, " + found + " findings");
    }

    private static boolean stops(RunContext run, long instance) {
        return AllFindings.stops(AllFindings.of(run).all(instance), run.about().strict());
    }
}
