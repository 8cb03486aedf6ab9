package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.sheet.CellRef;
import bankscore.store.database.Schema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Records come back from their blocks as they were staged. */
class StagedRecordsTest {

    @TempDir
    Path folder = Path.of("");

    private DataSource source = new DriverManagerDataSource();
    private FactStore staging = new FactStore(source);

    @BeforeEach
    void database() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        source = new DriverManagerDataSource(Schema.url(database));
        staging = new FactStore(source);
    }

    private static OnSheet<Fact> record(int sheet, int row, String label, String note, String value) {
        return new OnSheet<>(
                sheet,
                new Fact(
                        "service",
                        "points",
                        new CellRef(row, 4),
                        "B1",
                        label,
                        "资金拨付",
                        row % 2 == 0 ? Optional.empty() : Optional.of(LocalDate.of(2022, 3, 1)),
                        value.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(value)),
                        note,
                        "张三"));
    }

    private List<OnSheet<Fact>> back(long instance) {
        List<OnSheet<Fact>> back = new ArrayList<>();
        staging.records(instance, "service", back::add);
        return back;
    }

    private int blocks() {
        return JdbcClient.create(source)
                .sql("SELECT COUNT(*) FROM staged_records")
                .query(Integer.class)
                .single();
    }

    @Test
    void what_stands_in_cells_comes_back_whatever_it_is() {
        List<OnSheet<Fact>> records = List.of(
                record(1, 3, "甲局", "", "0.000000000000000000000001"),
                record(1, 4, "a\tb\\t", "一行\n二行\r\n三行\\", "-123456789012345678901234567890.5"),
                record(1, 5, "", "\\", ""),
                record(1, 6, "𠮷\u0001\u2028,;\"", "\t\n", "100"));

        staging.saveRecords(7, records);

        assertThat(back(7)).isEqualTo(records);
        assertThat(staging.count(7)).isEqualTo(4);
        assertThat(back(8)).isEmpty();
        new InstanceStore(source).forget(7);
        assertThat(back(7)).isEmpty();
        assertThat(staging.count(7)).isZero();
    }

    @Test
    void many_records_in_several_chunks_keep_their_order_and_take_few_rows() {
        Random random = new Random(1);
        List<OnSheet<Fact>> all = new ArrayList<>();
        for (int row = 0; row < 20_000; row++) {
            all.add(record(
                    row < 9_000 ? 1 : 2, row, "单位" + random.nextInt(5000), "第" + row + "次", "" + random.nextInt(100)));
        }
        for (int from = 0; from < all.size(); from += 5000) {
            staging.saveRecords(7, all.subList(from, from + 5000));
        }

        assertThat(back(7)).isEqualTo(all);
        assertThat(staging.count(7)).isEqualTo(20_000);
        assertThat(blocks()).isBetween(5, 20);
    }

    @Test
    void the_longest_texts_that_cells_can_hold_fit() {
        String longest = "银".repeat(32_767);
        List<OnSheet<Fact>> records = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            records.add(record(1, row, longest, "\t".repeat(32_767), "1"));
        }

        staging.saveRecords(7, records);

        assertThat(back(7)).isEqualTo(records);
    }

    @Test
    void what_an_earlier_version_staged_row_by_row_is_read_alike() {
        List<OnSheet<Fact>> records =
                List.of(record(1, 3, "甲局", "迟到", "2.5"), record(1, 5, "乙局", "", ""), record(2, 1, "甲局", "", "3"));

        staging.saveFigures(7, List.of(records.get(2), records.get(0), records.get(1)));

        assertThat(back(7)).isEqualTo(records);
        assertThat(staging.count(7)).isEqualTo(3);
    }

    @Test
    void a_run_that_an_earlier_version_began_and_this_one_ended_is_whole() {
        List<OnSheet<Fact>> records =
                List.of(record(1, 3, "甲局", "迟到", "2.5"), record(1, 5, "乙局", "", ""), record(2, 1, "甲局", "", "3"));

        staging.saveFigures(7, records.subList(0, 1));
        staging.saveRecords(7, records.subList(1, 3));

        assertThat(back(7)).isEqualTo(records);
        assertThat(staging.count(7)).isEqualTo(3);
    }

    @Test
    void a_block_that_is_not_as_it_was_stored_is_refused() {
        staging.saveRecords(7, List.of(record(1, 3, "甲局", "", "1")));
        for (String content : List.of("X''", "X'00'", "X'789C03000000000100'", "X'789C4BE4020000AC006B'")) {
            JdbcClient.create(source)
                    .sql("UPDATE staged_records SET content = " + content)
                    .update();
            assertThatThrownBy(() -> back(7)).as(content).isInstanceOf(IllegalStateException.class);
        }
    }
}
