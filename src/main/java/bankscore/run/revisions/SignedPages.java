package bankscore.run.revisions;

import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.rule.RuleKind;
import bankscore.office.People;
import bankscore.office.Way;
import bankscore.paper.letter.DecisionLetter;
import bankscore.run.RuleSeries;
import bankscore.run.publish.PaperFile;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.FiledSlips;
import bankscore.run.request.PeriodFolder;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages on which stands what was decided of each revision (签批单), beside the revisions, which never change. A page
 * follows from the history alone: one that a kill prevented, or that says less than the history by now, is written by the
 * next command of the period ({@code output.md#decisions}).
 */
public final class SignedPages {

    private static final Logger LOG = LoggerFactory.getLogger(SignedPages.class);
    private static final String FOLDER = "signed";

    private final Stores stores;
    private final Words words;
    private final Asked people;

    /** Whose signatures count; asked only where something is signed. */
    @FunctionalInterface
    public interface Asked {
        People people() throws ConfigException;
    }

    public SignedPages(Stores stores, Words words, Asked people) {
        this.stores = stores;
        this.words = words;
        this.people = people;
    }

    /**
     * Writes the pages of a period that are not there or are older; the caller holds the period's lock.
     *
     * @param filed what was filed with them
     */
    public FiledSlips complete(PeriodFolder folder, FiledSlips filed) {
        if (stores.decisions().all(folder.period()).isEmpty()) {
            return filed;
        }
        List<Path> written = new ArrayList<>();
        try {
            People known = people.people();
            for (Way way : Standings.of(stores, known, folder.period()).ways().values()) {
                if (!way.taken().isEmpty() && write(folder, way, known)) {
                    written.add(place(folder, way.revision().number(), words));
                }
            }
            return new FiledSlips(filed.written(), written, filed.failure());
        } catch (IOException e) {
            LOG.warn("signed pages: {}", e.getClass().getSimpleName());
            return new FiledSlips(
                    filed.written(), written, Optional.of(filed.failure().orElse(e)));
        } catch (ConfigException e) {
            LOG.warn("signed pages: who signs is not known, {}", e.getMessage());
            return filed;
        }
    }

    /** Where the page of a revision is, if something was decided of it. */
    public static Path place(PeriodFolder folder, int revision, Words words) {
        return folder.place().resolve(FOLDER).resolve(name(revision, words));
    }

    private static String name(int revision, Words words) {
        return words.text("decision.file", "revision", revision) + ".docx";
    }

    /** Whether it was not there like this. */
    private boolean write(PeriodFolder folder, Way way, People known) throws IOException {
        return RevisionFolder.renewBeside(
                folder,
                FOLDER,
                new PaperFile(
                        name(way.revision().number(), words),
                        file -> DecisionLetter.write(
                                way,
                                new DecisionLetter.Named(
                                        RuleSeries.kept(stores, way.revision())
                                                .map(RuleKind::title)
                                                .orElse(""),
                                        known.called(way.runner())),
                                stores.approvals().series(),
                                words,
                                file)));
    }
}
