package bankscore.run.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.sheet.Place;
import bankscore.store.Stores;
import bankscore.store.database.Schema;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a period goes by of the periods before it. */
class EarlierRevisionsTest {

    private static final Period FOURTH = new Period(2024, 4);
    private static final Period NEXT = new Period(2025, 1);

    @TempDir
    Path folder = Path.of("");

    private Optional<Stores> opened = Optional.empty();

    @BeforeEach
    void a_database() throws Exception {
        Schema.build(folder.resolve("bankscore"));
        opened = Optional.of(Stores.of(
                new DriverManagerDataSource(Schema.url(folder.resolve("bankscore"))),
                new Series("金华市", "jinhua-insurance")));
    }

    @Test
    void an_earlier_period_that_was_published_after_this_ones_last_revision_is_told() {
        publish(FOURTH, 1, "2025-01-10T09:00:00+08:00");
        assertThat(now().publishedSince()).isEmpty();
        publish(NEXT, 1, "2025-04-10T09:00:00+08:00");
        assertThat(now().publishedSince()).isEmpty();

        publish(FOURTH, 2, "2025-05-06T09:00:00+08:00");
        assertThat(now().publishedSince())
                .containsExactly(Finding.of(Code.W404, Place.NONE)
                        .with("found", "2024Q4")
                        .with("revision", 2));

        // The next revision of this one goes by it, and a later period's is none of its business.
        publish(NEXT, 2, "2025-05-07T09:00:00+08:00");
        publish(new Period(2025, 2), 1, "2025-07-10T09:00:00+08:00");
        assertThat(now().publishedSince()).isEmpty();
    }

    @Test
    void an_earlier_period_that_is_published_for_the_first_time_only_afterwards_is_told_too() {
        publish(NEXT, 1, "2025-04-10T09:00:00+08:00");
        publish(FOURTH, 1, "2025-05-06T09:00:00+08:00");

        assertThat(now().publishedSince())
                .containsExactly(Finding.of(Code.W404, Place.NONE)
                        .with("found", "2024Q4")
                        .with("revision", 1));
    }

    private EarlierRevisions now() {
        return new EarlierRevisions(opened.orElseThrow(), NEXT, Optional.empty());
    }

    private void publish(Period period, int number, String at) {
        String some = period + "-" + number;
        opened.orElseThrow()
                .revisions()
                .add(new Revision(period, number, true, number, some, some, "jinhua-2024", some, some, at));
    }
}
