package bankscore.province;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.ForeignRow;
import bankscore.office.Series;
import bankscore.run.Engine;
import bankscore.run.request.Digests;
import bankscore.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What each county goes by, in one digest: its configuration, what its offices sent, and what it has published and had
 * approved before. A start that was interrupted goes on only while all of it is as it was; whatever has changed makes
 * another start, which asks every county anew.
 */
public record CountyDigests(Engine engine, Period period, Map<String, String> configurations) {

    public CountyDigests {
        configurations = Map.copyOf(configurations);
    }

    /** That of each county, by its name. */
    Map<String, String> of(Counties counties) {
        Map<String, String> digests = new TreeMap<>();
        for (County county : counties.all()) {
            List<String> lines = new ArrayList<>();
            lines.add(county.name());
            lines.add(county.office().jurisdiction());
            lines.add(configurations.getOrDefault(county.name(), ""));
            lines.addAll(input(county.office().folders().input().resolve(period.toString())));
            county.role().ifPresent(lines::add);
            lines.addAll(published(county));
            digests.put(county.name(), Sha256.of(String.join("\n", lines)));
        }
        return digests;
    }

    private static List<String> input(Path folder) {
        List<String> lines = new ArrayList<>();
        try {
            for (Path file : FilesBelow.of(folder)) {
                lines.add(folder.relativize(file) + " " + Digests.of(file));
            }
        } catch (IOException | UncheckedIOException e) {
            // What cannot be read is told by the county's own run.
            lines.add(e.getClass().getName());
        }
        return lines;
    }

    private List<String> published(County county) {
        List<String> lines = new ArrayList<>();
        DataSource dataSource = engine.dataSource(county.role());
        Stores owner = Stores.of(dataSource, Series.owner(county.office().jurisdiction()));
        for (Series series : owner.series().all()) {
            Stores stores = Stores.of(dataSource, series);
            stores.revisions()
                    .latestBefore(period)
                    .forEach(each -> lines.add(
                            series.rule() + " " + each.period() + " " + each.number() + " " + each.manifest()));
            try {
                stores.approvals().all().forEach(approval -> lines.add(approval.line()));
            } catch (ForeignRow e) {
                // That, too.
                lines.add(e.table());
            }
        }
        return lines;
    }
}
