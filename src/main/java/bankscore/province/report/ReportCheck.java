package bankscore.province.report;

import bankscore.exact.Period;
import bankscore.office.Series;
import bankscore.run.publish.PublishedFiles;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.PeriodFolder;
import bankscore.run.revisions.Verification;
import bankscore.run.revisions.Verification.Difference;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Whether a report on a province is still what was published: the history, its archive, and its folder. */
public final class ReportCheck {

    private final DataSource dataSource;
    private final String province;
    private final Path output;

    /**
     * @param province its jurisdiction
     * @param output where the province's own folder is
     */
    public ReportCheck(DataSource dataSource, String province, Path output) {
        this.dataSource = dataSource;
        this.province = province;
        this.output = output;
    }

    /**
     * What came of it.
     *
     * @param code on its papers; empty if it is not kept
     * @param links how many entries of the history were followed
     */
    public record Checked(Period period, int number, String code, List<Difference> differences, int links) {

        public Checked {
            differences = List.copyOf(differences);
        }

        public boolean holds() {
            return differences.isEmpty();
        }
    }

    /**
     * Checks a report of a period, or its latest; absent: the history tells of none.
     *
     * @param series of the rule that the counties go by
     */
    public Optional<Checked> ofPeriod(Series series, Period period, Optional<Integer> number) throws IOException {
        Optional<ReportKept.Noted> noted = new ReportKept(dataSource, series)
                .all().stream()
                        .filter(each -> each.period().equals(period))
                        .filter(each -> number.isEmpty() || each.number() == number.get())
                        .reduce((earlier, later) -> later);
        return noted.isEmpty() ? Optional.empty() : Optional.of(checked(series, noted.get()));
    }

    /** Checks every report whose papers carry a code, whatever rule the counties went by. */
    public List<Checked> ofCode(String code) throws IOException {
        List<Series> all = Stores.of(dataSource, Series.owner(province)).history().all().stream()
                .map(link -> link.entry().series())
                .filter(series -> series.jurisdiction().equals(province))
                .distinct()
                .toList();
        List<Checked> checked = new ArrayList<>();
        for (Series series : all) {
            for (ReportKept.Noted noted : new ReportKept(dataSource, series).byCode(code)) {
                checked.add(checked(series, noted));
            }
        }
        return checked;
    }

    private Checked checked(Series series, ReportKept.Noted noted) throws IOException {
        ReportKept kept = new ReportKept(dataSource, series);
        List<HistoryStore.Link> links = kept.history().all();
        List<Difference> differences = new ArrayList<>(Verification.ofChain(kept.history(), links));
        Path folder = new RevisionFolder(
                        new PeriodFolder(output.resolve(province), noted.period(), series.rule()), noted.number())
                .place();
        Optional<PublishedFiles> files = kept.files(noted);
        if (files.isPresent()) {
            differences.addAll(Verification.ofFolder(folder, files.get().digests()));
        } else {
            differences.add(new Difference("archive", ReportFolder.BOOK));
        }
        return new Checked(noted.period(), noted.number(), kept.code(noted).orElse(""), differences, links.size());
    }
}
