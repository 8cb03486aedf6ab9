package bankscore.run.questions;

import bankscore.answer.Answer;
import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.load.LetterSettings;
import bankscore.office.RunFacts;
import bankscore.paper.letter.AnswerLetter;
import bankscore.run.request.FileNames;
import bankscore.run.request.Privacy;
import bankscore.run.take.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Pages that may be sent to those whom a published result is about, one for each.
 *
 * @param configuration of then
 * @param run how the revision came about
 * @param words whose {@code answer.file} names a page's file
 */
public record AnswerPages(Configuration<?> configuration, RunFacts run, Period period, Words words) {

    /** What is told to one of them, by code and name. */
    public record Page(String code, String name, Answer answer) {}

    /** Gives pages, one after the other. */
    @FunctionalInterface
    public interface Pages {
        void each(Consumer<Page> to);
    }

    /** Who answers. */
    public AnswerLetter.Sender sender() {
        LetterSettings letter = configuration.letter();
        return new AnswerLetter.Sender(configuration.office(), letter.contact(), letter.telephone(), run.started());
    }

    /**
     * Writes the pages, each as it is given.
     *
     * @param folder is made if it is not there
     * @return their files
     */
    public List<Path> write(Pages pages, Path folder) throws IOException {
        Privacy.folder(folder);
        FileNames names = new FileNames();
        List<Path> written = new ArrayList<>();
        try {
            pages.each(page -> written.add(write(page, folder, names)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written;
    }

    private Path write(Page page, Path folder, FileNames names) {
        Path file = folder.resolve(names.distinct(words.text(
                "answer.file",
                "period",
                period,
                "code",
                FileNames.part(page.code()),
                "name",
                FileNames.part(page.name()))));
        try {
            AnswerLetter.write(page.answer(), run.code(), sender(), words, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
