package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.facts.Claim;
import bankscore.facts.OnSheet;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.intake.table.staged.SaidClaim;
import bankscore.office.ForeignRow;
import bankscore.sheet.Place;
import bankscore.store.database.Schema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Claims and registers of parties come back from their blocks as they were staged. */
class StagedClaimsTest {

    @TempDir
    Path folder = Path.of("");

    private DataSource source = new DriverManagerDataSource();
    private ClaimStore staging = new ClaimStore(source);
    private PartyStore parties = new PartyStore(source);

    @BeforeEach
    void database() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        source = new DriverManagerDataSource(Schema.url(database));
        staging = new ClaimStore(source);
        parties = new PartyStore(source);
    }

    private static OnSheet<Claim> claim(int sheet, int row, Map<String, Claim.Entry> cells) {
        return new OnSheet<>(sheet, new Claim("premium_claims", row, cells));
    }

    private static OnSheet<Claim> line(int sheet, int row) {
        Map<String, Claim.Entry> cells = new HashMap<>();
        cells.put("enterprise", new Claim.Party(0, "K" + row % 300, "企业" + row % 300, row % 7 != 0));
        cells.put("policy_no", new Claim.Words(1, "0" + row));
        cells.put("premium_paid", new Claim.Amount(2, new BigDecimal(row + ".25")));
        if (row % 3 != 0) {
            cells.put("invoice_date", new Claim.Day(3, LocalDate.of(2024, 1 + row % 12, 1)));
        }
        return claim(sheet, row, cells);
    }

    private List<OnSheet<Claim>> back(long instance) {
        List<OnSheet<Claim>> back = new ArrayList<>();
        staging.each(instance, "premium_claims", back::add);
        return back;
    }

    private void save(long instance, List<OnSheet<Claim>> claims) {
        staging.save(instance, claims.stream().map(SaidClaim::of).toList());
    }

    @Test
    void what_stands_in_cells_comes_back_whatever_it_is() {
        List<OnSheet<Claim>> claims = List.of(
                claim(1, 3, Map.of("policy_no", new Claim.Words(1, "a\tb\\t\n"))),
                claim(
                        1,
                        4,
                        Map.of(
                                "enterprise", new Claim.Party(0, "键\t", "名\n", false),
                                "premium_paid", new Claim.Amount(2, new BigDecimal("-0.000000000000000000000001")))),
                claim(1, 5, Map.of("enterprise", new Claim.Party(0, "同名", "同名", true))),
                claim(1, 6, Map.of("invoice_date", new Claim.Day(3, LocalDate.of(1999, 12, 31)))));

        save(7, claims);

        assertThat(back(7)).isEqualTo(claims);
        assertThat(staging.count(7, "premium_claims")).isEqualTo(4);
        assertThat(back(8)).isEmpty();
        new InstanceStore(source).forget(7);
        assertThat(back(7)).isEmpty();
    }

    @Test
    void twenty_thousand_in_several_chunks_keep_their_order_and_take_few_rows() {
        List<OnSheet<Claim>> all = new ArrayList<>();
        for (int row = 0; row < 20_000; row++) {
            all.add(line(row < 9_000 ? 1 : 2, row));
        }
        for (int from = 0; from < all.size(); from += 5000) {
            save(7, all.subList(from, from + 5000));
        }

        assertThat(back(7)).isEqualTo(all);
        // 5,000 in blocks of at most 2,048 are 3; 4,000 of one sheet and 1,000 of the other are 2 and 1.
        assertThat(JdbcClient.create(source)
                        .sql("SELECT COUNT(*) FROM staged_claims")
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
        // In whatever blocks they were staged, they say the same.
        save(8, all);
        assertThat(staging.said(8)).isEqualTo(staging.said(7));
        assertThat(staging.said(7).get(1)).isNotEqualTo(staging.said(7).get(2));
        assertThat(Objects.requireNonNull(staging.said(7).get(1)).figures()).isEqualTo(9_000);
    }

    @Test
    void a_block_that_is_not_as_it_was_staged_is_refused() {
        save(7, List.of(line(1, 1), line(1, 2)));
        for (String change : List.of("claims = 3", "content = X'00'", "content = X'789C030000000001'")) {
            JdbcClient.create(source).sql("UPDATE staged_claims SET " + change).update();
            assertThatThrownBy(() -> back(7)).isInstanceOf(ForeignRow.class);
        }
    }

    @Test
    void registers_come_back_with_their_rows_and_times() {
        Register subjects = new Register(List.of());
        Map<String, List<PartyRegister.Row>> rows = new TreeMap<>();
        List<Subject> firms = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String code = "C" + i;
            firms.add(new Subject(
                    code, "企业" + i, "", List.of("旧名" + i, "别名" + i), "", Optional.of(LocalDate.of(2001, 2, 3)), true));
            Place place = Place.of("a.xlsx", "名录").at("A" + (i + 2));
            rows.put(
                    code,
                    List.of(
                            new PartyRegister.Row(
                                    place,
                                    Optional.of(LocalDate.of(2020, 1, 1)),
                                    Optional.empty(),
                                    Map.of("registered_at", "某区")),
                            new PartyRegister.Row(
                                    place, Optional.empty(), Optional.of(LocalDate.of(2019, 12, 31)), Map.of())));
        }
        PartyRegister firmRegister = new PartyRegister("enterprises", Register.ofParties(firms), rows);
        PartyRegister nobody = new PartyRegister("counties", Register.ofParties(List.of()), Map.of());

        parties.save(
                7,
                Map.of(
                        "enterprises",
                        firmRegister,
                        "counties",
                        nobody,
                        "roster",
                        PartyRegister.of("roster", subjects, Optional.empty())),
                subjects);

        Map<String, PartyRegister> back = parties.registers(7);
        assertThat(back.keySet()).containsExactly("counties", "enterprises");
        PartyRegister register = Objects.requireNonNull(back.get("enterprises"));
        rows.forEach((code, own) -> assertThat(register.rows(code)).isEqualTo(own));
        assertThat(register.names().subjects()).isEqualTo(firms);
        assertThat(register.names().named("旧名4999").map(Subject::code)).contains("C4999");
        assertThat(Objects.requireNonNull(back.get("counties")).names().subjects())
                .isEmpty();
        assertThat(parties.registers(8)).isEmpty();
    }
}
