package bankscore.contribution;

import bankscore.answer.Answer;
import bankscore.contribution.judge.Report;
import bankscore.contribution.say.BankAnswers;
import bankscore.exact.Period;
import bankscore.facts.Nearest;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.run.questions.AnswerPages;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions.Explained;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Why banks have their results, clause by clause, from a published revision. */
public final class Explanations {

    private final PublishedQuarters published;
    private final Words words;

    public Explanations(PublishedQuarters published, Words words) {
        this.published = published;
        this.words = words;
    }

    /**
     * Explains a bank or all of them.
     *
     * @param number of the revision; absent: the latest
     * @param bank its code or one of its names; absent: all banks of the register
     * @throws Missing if there is no such revision or bank
     */
    public Explained of(Period period, Optional<Integer> number, Optional<String> bank)
            throws Missing, NotAsPublished, ConfigException, IOException {
        PublishedResult found =
                published.find(period, number).orElseThrow(() -> new Missing(Missing.Kind.REVISION, period.toString()));
        Register register = found.report().quarter().roster();
        List<Subject> asked = new ArrayList<>();
        if (bank.isEmpty()) {
            asked.addAll(register.subjects());
        } else {
            asked.add(register.named(bank.get())
                    .orElseThrow(
                            () -> new Missing(Missing.Kind.BANK, bank.get(), Nearest.subject(bank.get(), register))));
        }
        Report report = found.report();
        return new Explained(
                found.latest(),
                report.run().revision(),
                report.approval(),
                to -> answers(report, asked, to),
                folder -> write(found, asked, folder));
    }

    private void answers(Report report, List<Subject> banks, Consumer<Answer> to) {
        BankAnswers answers = new BankAnswers(report, words, false);
        banks.forEach(bank -> to.accept(answers.of(bank)));
    }

    /** The pages that may be sent of a published result. */
    static AnswerPages pages(PublishedResult published, Words words) {
        Report report = published.report();
        return new AnswerPages(
                published.configuration(), report.run(), report.quarter().period(), words);
    }

    private List<Path> write(PublishedResult published, List<Subject> banks, Path folder) throws IOException {
        BankAnswers answers = new BankAnswers(published.report(), words, true);
        return pages(published, words)
                .write(
                        to -> banks.forEach(
                                bank -> to.accept(new AnswerPages.Page(bank.code(), bank.label(), answers.of(bank)))),
                        folder);
    }
}
