package bankscore.contribution;

import bankscore.answer.Answer;
import bankscore.contribution.execution.ApprovedPlan;
import bankscore.contribution.execution.DueList;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.execution.HeldAgainstPlan;
import bankscore.contribution.say.DueAnswer;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.paper.calendar.Reminders;
import bankscore.paper.letter.AnswerLetter;
import bankscore.run.Office;
import bankscore.run.request.Deletion;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.Privacy;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the plans in force order to be moved in a period, and what is overdue: by the approved revisions and the latest
 * published balances alone, as for explaining.
 */
public final class Dues {

    private static final int SHORTENED = 32;

    private final PublishedQuarters published;
    private final Stores stores;
    private final Words words;
    private final Series series;

    Dues(PublishedQuarters published, PublishedRevisions<Scheme> revisions, Words words) {
        this.published = published;
        this.stores = revisions.stores();
        this.words = words;
        this.series = revisions.series();
    }

    /** What is due in a period. */
    public record Due(Period period, DueAnswer days, Answer answer, PublishedResult balances) {}

    /**
     * What is due in a period.
     *
     * @return empty if no plan is in force at its end
     */
    public Optional<Due> of(Period period) throws NotAsPublished, ConfigException {
        List<Approval> inForce = Approval.inForce(stores.approvals().all(), period.end());
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        List<ApprovedPlan> plans = HeldAgainstPlan.standing(ApprovedPlans.of(stores, inForce, words));
        List<Approval> approvals = plans.stream().map(ApprovedPlan::approval).toList();
        PublishedResult balances = balances(approvals.get(0), period);
        Execution execution = HeldAgainstPlan.of(
                        plans,
                        balances.report().quarter(),
                        balances.configuration().settings().lateMonths())
                .orElseThrow();
        DueAnswer days = new DueAnswer(DueList.of(execution, period), period, words);
        return Optional.of(new Due(period, days, days.answer(approvals, execution.asOf()), balances));
    }

    /** The latest balances up to the period that came after the plan; those by which the plan was made if none did. */
    private PublishedResult balances(Approval approval, Period period) throws NotAsPublished, ConfigException {
        List<Revision> later = stores.revisions().all().stream()
                .filter(each -> each.published()
                        && each.period().compareTo(approval.period()) > 0
                        && each.period().compareTo(period) <= 0)
                .toList();
        for (int i = later.size() - 1; i >= 0; i--) {
            Optional<PublishedResult> found = published.find(later.get(i).period(), Optional.empty());
            if (found.isPresent() && !found.get().report().quarter().holdings().isEmpty()) {
                return found.get();
            }
        }
        return published
                .find(approval.period(), Optional.of(approval.revision()))
                .orElseThrow();
    }

    /**
     * Writes list and reminders in place of earlier ones.
     *
     * @return their folder
     */
    public Path write(Due due, Office office) throws IOException {
        Path folder = new PeriodFolder(office.publishing().output(), due.period(), series.rule())
                .place()
                .resolve(words.text("due.folder"));
        Deletion.of(folder);
        Privacy.folder(folder);
        AnswerLetter.write(
                due.answer(),
                due.balances().report().run().code(),
                Explanations.pages(due.balances(), words).sender(),
                words,
                folder.resolve(words.text("due.file.list")));
        Reminders.write(
                due.days().days().stream()
                        .map(day -> new Reminders.Reminder(
                                Sha256.of(series.jurisdiction() + series.rule() + " " + day.key())
                                                .substring(0, SHORTENED)
                                        + "@bankscore",
                                day.day(),
                                day.title(),
                                day.text()))
                        .toList(),
                words.text("due.maker"),
                due.balances().report().run().started().toInstant(),
                folder.resolve(words.text("due.file.calendar")));
        return folder;
    }
}
