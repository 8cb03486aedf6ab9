package bankscore.subsidy.keep;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.store.BlockStore;
import bankscore.store.database.Schema;
import bankscore.subsidy.DecidedBatch;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Decisions that an earlier version kept, without what each earlier period had used of a cap. */
class EarlierFormTest {

    /** How many there are, then each. */
    private static byte[] block(List<Decision> decisions) throws Exception {
        ByteWriter bytes = new ByteWriter();
        bytes.four(decisions.size());
        DecisionForm form = new DecisionForm(false);
        decisions.forEach(decision -> form.write(bytes, decision));
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        try (DeflaterOutputStream to = new DeflaterOutputStream(block)) {
            bytes.moveTo(to);
        }
        return block.toByteArray();
    }

    private record Listed(List<Decision> all) implements Decisions.Lines {
        @Override
        public long count() {
            return all.size();
        }

        @Override
        public void each(Consumer<Decision> to) {
            all.forEach(to);
        }
    }

    @Test
    void they_are_read_and_are_still_what_is_decided_again(@TempDir Path folder) throws Exception {
        Schema.build(folder.resolve("bankscore"));
        BlockStore store = new BlockStore(new DriverManagerDataSource(Schema.url(folder.resolve("bankscore"))));
        List<Decision> lines = new ArrayList<>();
        DecidedBatch.report().decisions().lines().each(lines::add);
        store.add(3, "decisions", 0, block(lines.subList(0, 6)));
        store.add(3, "decisions", 1, block(lines.subList(6, lines.size())));
        KeptDecisions kept = new KeptDecisions(store);

        List<Decision> read = new ArrayList<>();
        kept.each(3, read::add);

        assertThat(read)
                .isNotEqualTo(lines)
                .usingElementComparator((one, other) -> one.line().equals(other.line())
                                && one.granted().equals(other.granted())
                        ? 0
                        : 1)
                .isEqualTo(lines);
        assertThat(kept.are(3, new Listed(lines))).isTrue();
        assertThat(kept.are(3, new Listed(lines.subList(1, lines.size())))).isFalse();
    }

    @Test
    void decisions_of_this_version_are_no_others_where_the_split_differs(@TempDir Path folder) throws Exception {
        Schema.build(folder.resolve("bankscore"));
        KeptDecisions kept =
                new KeptDecisions(new BlockStore(new DriverManagerDataSource(Schema.url(folder.resolve("bankscore")))));
        List<Decision> lines = new ArrayList<>();
        DecidedBatch.report().decisions().lines().each(lines::add);
        var spool = kept.anew(4);
        for (int i = 0; i < lines.size(); i++) {
            spool.put(i, lines.get(i));
        }
        spool.each(line -> {});

        assertThat(kept.are(4, new Listed(lines))).isTrue();
        assertThat(kept.are(
                        4,
                        new Listed(lines.stream()
                                .map(line -> new Decision(
                                        line.subsidy(),
                                        line.line(),
                                        line.claimant(),
                                        line.payee(),
                                        line.day(),
                                        line.outcome(),
                                        line.sums().map(Decision.Sums::unsplit),
                                        line.levels()))
                                .toList())))
                .isFalse();
    }
}
