package bankscore.province.report;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.rule.RuleKind;
import bankscore.office.CountyState;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.rule.Rule;
import bankscore.run.Application;
import bankscore.run.Applications;
import bankscore.run.RuleSeries;
import bankscore.run.publish.Publisher;
import bankscore.run.questions.CountyFigures;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Remembered;
import bankscore.store.FindingStore;
import bankscore.store.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Reads what the report is about out of the database, from nowhere else.
 *
 * @param dataSource the province's own
 * @param counties its counties'
 */
public record ReportSource(DataSource dataSource, Place counties, Applications applications, Words words) {

    /** Where what is a county's lies. */
    @FunctionalInterface
    public interface Place {

        /** The connections by which what a county of a name published is read. */
        DataSource of(String county) throws ConfigException;
    }

    /**
     * The report as the counties stand.
     *
     * @throws NotAsPublished if what is kept of a county's revision is not what was published
     */
    ProvinceReport report(String province, Period period, String rule, List<CountyState> counties)
            throws NotAsPublished, ConfigException {
        List<CountyRow> rows = new ArrayList<>();
        for (CountyState county : counties) {
            rows.add(row(county, period));
        }
        return new ProvinceReport(province, period, rule, rows);
    }

    private CountyRow row(CountyState county, Period period) throws NotAsPublished, ConfigException {
        Map<Code, Integer> counts = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        Series series = county.series();
        DataSource own = counties.of(county.county());
        long instance = county.kept().instance();
        if (instance != 0) {
            for (FindingStore.Stored stored : Stores.of(own, series).findings().all(instance)) {
                Code code = stored.finding().code();
                counts.merge(code, 1, Integer::sum);
                if (code == Code.E110) {
                    missing.add(stored.finding().details().getOrDefault("expected", ""));
                }
            }
        }
        return new CountyRow(
                county,
                county.end().isPublished() ? Optional.of(published(own, series, period, county)) : Optional.empty(),
                counts,
                missing.stream().distinct().toList());
    }

    private CountyRow.Published published(DataSource own, Series series, Period period, CountyState county)
            throws NotAsPublished, ConfigException {
        String kind = new RuleSeries(own, series.jurisdiction(), "")
                .kind(series, Stores.of(own, series).revisions().all())
                .map(RuleKind::kind)
                .orElse("");
        return published(
                applications.ofKind(kind).orElseThrow(() -> new IllegalStateException("an unknown kind: " + kind)),
                own,
                series,
                period,
                county.kept().revision());
    }

    private <R extends Rule> CountyRow.Published published(
            Application<R> application, DataSource own, Series series, Period period, int number)
            throws NotAsPublished, ConfigException {
        PublishedRevisions<R> revisions =
                new PublishedRevisions<>(own, series, words, application.rules(), new Remembered());
        Revision revision = revisions.find(period, Optional.of(number)).orElseThrow();
        byte[] result = revisions
                .stores()
                .archive()
                .file(period, number, Publisher.RESULT)
                .filter(bytes -> Sha256.of(bytes).equals(revision.resultDigest()))
                .orElseThrow(() -> new NotAsPublished(
                        NotAsPublished.Reason.ARCHIVE, series.jurisdiction() + " " + period + " r" + number));
        CountyFigures figures =
                application.figures(revisions.configurationOf(revision).rule(), result, words);
        return new CountyRow.Published(
                number,
                revision.code(),
                revision.scheme(),
                revisions.manifest(revision).schemeDigest(),
                figures);
    }
}
