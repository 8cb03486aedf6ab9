package bankscore.run;

import bankscore.load.rule.RuleKind;
import bankscore.load.yaml.YamlFile;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.run.take.Configuration;
import bankscore.store.Stores;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Which series of revisions a rule has in a database ({@code operations.md#rules}). The rule that publishes first has the
 * folders of the periods themselves, if it is the one that the settings of that day name and its files say no kind; once
 * that is settled, no setting changes it. Every other rule has folders of its own within.
 */
public final class RuleSeries {

    private final DataSource dataSource;
    private final String jurisdiction;
    private final String named;

    /** @param named the rule that the settings of today name */
    public RuleSeries(DataSource dataSource, String jurisdiction, String named) {
        this.dataSource = dataSource;
        this.jurisdiction = jurisdiction;
        this.named = named;
    }

    /** That of a configuration. */
    static Series of(DataSource dataSource, Configuration<?> configuration, String kind) {
        String jurisdiction = configuration.settings().jurisdiction();
        return new RuleSeries(dataSource, jurisdiction, configuration.settings().rule())
                .of(configuration.asked(), kind);
    }

    /**
     * The series of a rule.
     *
     * @param kind what its files say under {@code kind}; empty: nothing
     */
    public Series of(String rule, String kind) {
        Series own = new Series(jurisdiction, rule);
        Optional<String> owner = owner();
        boolean first = owner.isEmpty() && kind.isEmpty() && rule.equals(named) && !all().contains(own);
        return first || owner.equals(Optional.of(rule)) ? Series.owner(jurisdiction) : own;
    }

    /** Every series with a revision, that of the folders' owner first. */
    public List<Series> all() {
        return stores(Series.owner(jurisdiction)).series().all();
    }

    /**
     * What the rule file says that the latest revision of a series keeps; empty if none keeps one.
     *
     * @param revisions those of the series, oldest first
     */
    public Optional<RuleKind> kind(Series series, List<Revision> revisions) {
        Stores stores = stores(series);
        List<Revision> published =
                revisions.stream().filter(Revision::published).toList();
        for (int latest = published.size() - 1; latest >= 0; latest--) {
            Optional<RuleKind> kept = kept(stores, published.get(latest));
            if (kept.isPresent()) {
                return kept;
            }
        }
        return Optional.empty();
    }

    /** Before it was written down, the folders were of whichever rule published into them: the one named today, if it did. */
    private Optional<String> owner() {
        return stores(Series.owner(jurisdiction)).series().owner().or(() -> {
            List<String> published = kept(stores(Series.owner(jurisdiction))).stream()
                    .map(RuleKind::rule)
                    .toList();
            return published.contains(named)
                    ? Optional.of(named)
                    : published.stream().reduce((earlier, later) -> later);
        });
    }

    /** What the rule files say that the published revisions of a series keep, oldest first. */
    public static List<RuleKind> kept(Stores stores) {
        return stores.revisions().all().stream()
                .filter(Revision::published)
                .flatMap(revision -> kept(stores, revision).stream())
                .toList();
    }

    /** What the rule file says that a revision keeps; empty if it keeps none. */
    public static Optional<RuleKind> kept(Stores stores, Revision revision) {
        String file = Configuration.ruleFile(revision.scheme());
        return Optional.ofNullable(
                        stores.staging().sheets().sources(revision.instance()).get(file))
                .map(text -> RuleKind.of(YamlFile.of(file, text)));
    }

    private Stores stores(Series series) {
        return Stores.of(dataSource, series);
    }
}
