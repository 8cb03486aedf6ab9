package bankscore.contribution;

import bankscore.answer.Answer;
import bankscore.contribution.judge.Report;
import bankscore.contribution.say.BankAnswers;
import bankscore.exact.Period;
import bankscore.facts.Nearest;
import bankscore.facts.Register;
import bankscore.facts.Subject;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.LetterSettings;
import bankscore.office.Approval;
import bankscore.paper.letter.AnswerLetter;
import bankscore.run.request.FileNames;
import bankscore.run.request.Privacy;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new Explained(found, asked, words);
    }

    /** Who answers with a published result. */
    static AnswerLetter.Sender sender(PublishedResult published) {
        LetterSettings letter = published.configuration().letter();
        return new AnswerLetter.Sender(
                letter.office().orElse(published.configuration().settings().bureau()),
                letter.contact(),
                letter.telephone(),
                published.report().run().started());
    }

    /** A revision, with an answer for each bank that was asked about. */
    public static final class Explained {

        private final PublishedResult published;
        private final Report report;
        private final List<Subject> banks;
        private final Words words;

        private Explained(PublishedResult published, List<Subject> banks, Words words) {
            this.published = published;
            this.report = published.report();
            this.banks = List.copyOf(banks);
            this.words = words;
        }

        /** Whether no later revision of the period is published. */
        public boolean latest() {
            return published.latest();
        }

        public int revision() {
            return report.run().revision();
        }

        /** The approval of the period that holds, whichever revision it is of. */
        public Optional<Approval> approval() {
            return report.approval();
        }

        /** The answers for the office, which name other banks. */
        public List<Answer> answers() {
            BankAnswers answers = new BankAnswers(report, words, false);
            return banks.stream().map(answers::of).toList();
        }

        /**
         * Writes a page for each bank that may be sent to it.
         *
         * @param folder is made if it is not there
         * @return the pages
         */
        public List<Path> write(Path folder) throws IOException {
            AnswerLetter.Sender sender = sender(published);
            BankAnswers answers = new BankAnswers(report, words, true);
            Privacy.folder(folder);
            FileNames names = new FileNames();
            List<Path> pages = new ArrayList<>();
            for (Subject bank : banks) {
                Path page = folder.resolve(names.distinct(words.text(
                        "answer.file",
                        "period",
                        report.quarter().period(),
                        "code",
                        FileNames.part(bank.code()),
                        "bank",
                        FileNames.part(bank.label()))));
                AnswerLetter.write(answers.of(bank), report.run().code(), sender, words, page);
                pages.add(page);
            }
            return pages;
        }
    }
}
