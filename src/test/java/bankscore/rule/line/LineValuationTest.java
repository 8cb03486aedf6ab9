package bankscore.rule.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.rule.Formula;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import bankscore.rule.Mark;
import bankscore.rule.Table;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas and tables come to for one line, and why they come to nothing. */
class LineValuationTest {

    private static final Period PERIOD = new Period(2024, 4);

    private static final Map<String, Table> TABLES = Map.of(
            "lpr", new Table.ByDay("lpr", "%", Optional.of("LPR一年期"), List.of(), Mark.READING),
            "step",
                    new Table.ByDay(
                            "step",
                            "%",
                            Optional.empty(),
                            List.of(row("2022-01-13", "1"), row("2022-04-01", "2")),
                            Mark.TEXT),
            "share",
                    new Table.ByWord(
                            "share",
                            List.of("product", "county_class"),
                            List.of(),
                            "",
                            List.of(),
                            List.of(
                                    words("水稻", "*", "40"),
                                    words("水稻", "一类", "45"),
                                    words("*", "二类", "30"),
                                    words("油茶（种植）", "*", "15")),
                            Mark.ASSUMED));

    private static final List<Table.DayRow> PUBLISHED = List.of(
            row("2024-10-21", "3.10"), row("2024-07-22", "3.35"), row("2024-11-20", "3.1"), row("2024-11-20", "3.1"));

    private static final LineValuation VALUATION =
            new LineValuation(TABLES, item -> item.equals("LPR一年期") ? PUBLISHED : List.of(), PERIOD);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            least(a, b)                        | a=2 b=3                | 2
            least(a, b)                        | a=3 b=2                | 2
            most(a, b)                         | a=2 b=3                | 3
            most(a, b, 7/2)                    | a=2 b=3                | 3.5
            least(a, most(b, 1), 9) * 2        | a=2.5 b=2.25           | 4.5
            -least(a, 0)                       | a=-1                   | 1
            a / b * b                          | a=1 b=3                | 1
            least(a, b)                        | a=1                    | EmptyCell[column=b]
            a + b + a                          |                        | EmptyCell[column=a] EmptyCell[column=b]
            a / (b - b)                        | a=1 b=3                | ZeroDivisor[]
            days(from, to)                     | from=2024-02-28 to=2024-03-01 | 2
            days(from, to)                     | from=2023-02-28 to=2023-03-01 | 1
            days(from, to)                     | from=2024-10-01 to=2024-10-01 | 0
            days(from, to)                     | from=2024-10-01 to=2025-03-01 | 151
            days(from, to)                     | from=2024-12-31               | 1
            days(from, to)                     | from=2025-01-01               | 0
            days(from, to)                     | from=2025-01-02               | Backwards[from=from, to=to]
            days(from, to)                     | from=2024-10-02 to=2024-10-01 | Backwards[from=from, to=to]
            days(from, to)                     | to=2024-10-01                 | EmptyCell[column=from]
            days_in_period(from, to)           | from=2024-01-01 to=2025-12-31 | 92
            days_in_period(from, to)           | from=2024-01-01               | 92
            days_in_period(from, to)           | from=2024-09-30 to=2024-10-02 | 1
            days_in_period(from, to)           | from=2024-12-31 to=2025-01-01 | 1
            days_in_period(from, to)           | from=2024-12-31 to=2025-06-01 | 1
            days_in_period(from, to)           | from=2024-08-01 to=2024-10-01 | 0
            days_in_period(from, to)           | from=2025-01-01 to=2025-02-01 | 0
            days_in_period(from, to)           | from=2025-02-01               | 0
            days_in_period(from, to)           | from=2025-02-01 to=2025-01-01 | Backwards[from=from, to=to]
            lpr(from)                          | from=2024-10-20               | 3.35
            lpr(from)                          | from=2024-10-21               | 3.1
            lpr(from)                          | from=2024-11-19               | 3.1
            lpr(from)                          | from=2024-11-20               | TwoRows[table=lpr, columns=[from], day=2024-11-20]
            lpr(from)                          | from=2025-06-01               | TwoRows[table=lpr, columns=[from], day=2024-11-20]
            lpr(from)                          | from=2024-07-21               | NoRow[table=lpr, columns=[from], asked=[2024-07-21]]
            lpr(from)                          |                               | EmptyCell[column=from]
            step(from)                         | from=2022-01-12               | NoRow[table=step, columns=[from], asked=[2022-01-12]]
            step(from)                         | from=2022-01-13               | 1
            step(from)                         | from=2022-03-31               | 1
            step(from)                         | from=2022-04-01               | 2
            share(product, county_class)       | product=水稻 county_class=一类   | 45
            share(product, county_class)       | product=水稻 county_class=三类   | 40
            share(product, county_class)       | product=油菜 county_class=二类   | 30
            share(product, county_class)       | product=油茶(种植) county_class=三类 | 15
            share(product, county_class)       | product=油菜 county_class=三类   | NoRow[table=share, columns=[product, county_class], asked=[油菜, 三类]]
            share(product, county_class)       | product=水稻                    | EmptyCell[column=county_class]
            principal * lpr(from) / 100 * days(from, to) / 365 | principal=1000000 from=2024-10-21 to=2025-01-19 | 558000/73
            """)
    void a_formula_has_its_exact_value_or_every_reason_why_not(String formula, String cells, String expected)
            throws FormulaException {
        // 1,000,000 × 3.10 ÷ 100 × 90 ÷ 365 = 2,790,000 ÷ 365 = 558,000 ÷ 73.
        Sought<Fraction> sought =
                VALUATION.value(FormulaParser.ofLine(formula, TABLES.keySet()), line(cells == null ? "" : cells));

        assertThat(Stream.concat(
                                sought.value().map(Fraction::toString).stream(),
                                sought.gaps().stream().map(Gap::toString))
                        .toList())
                .isEqualTo(Stream.of(expected.split("(?<=\\]) ", -1)).toList());
    }

    @Test
    void chongqings_form_of_interest_comes_out() throws FormulaException {
        // 1,000,000 × 3.45 % × 50 % × 90 ÷ 365 = 1,552,500 ÷ 365 = 4253.4246…
        LineValuation valuation =
                new LineValuation(TABLES, item -> List.of(row("2023-08-21", "3.45")), new Period(2023, 4));
        Formula formula = FormulaParser.ofLine("principal * lpr(from) / 100 * days(from, to) / 365", TABLES.keySet());

        Sought<Fraction> base = valuation.value(formula, line("principal=1000000 from=2023-09-01 to=2023-11-30"));

        assertThat(base.value().map(value -> value.times(Fraction.of(1, 2)))).contains(Fraction.of(1552500, 365));
    }

    @Test
    void the_rows_of_a_table_are_told_with_the_day_that_counts() {
        assertThat(VALUATION.since("lpr", LocalDate.parse("2024-10-31"))).contains(LocalDate.parse("2024-10-21"));
        assertThat(VALUATION.since("lpr", LocalDate.parse("2024-07-21"))).isEmpty();
        assertThat(VALUATION.row("share", line("product=水稻 county_class=一类")).value())
                .contains(words("水稻", "一类", "45"));
        assertThatThrownBy(() -> VALUATION.row("lpr", line(""))).hasMessage("no table by words: lpr");
        assertThatThrownBy(() -> VALUATION.onDay("share", "day", Optional.of(LocalDate.MIN)))
                .hasMessage("no table by day: share");
    }

    @Test
    void the_day_of_the_line_picks_the_row_of_a_rate() {
        assertThat(VALUATION
                        .onDay("step", "day", Optional.of(LocalDate.parse("2022-04-01")))
                        .value())
                .contains(Fraction.of(2));
        assertThat(VALUATION.onDay("step", "day", Optional.empty()).gaps()).containsExactly(new Gap.EmptyCell("day"));
    }

    @Test
    void a_column_that_the_line_lacks_is_what_the_register_of_its_party_tells_on_its_day() {
        Map<String, LineColumn> columns = Map.of(
                "county", LineColumn.ofParty("counties"),
                "product", new LineColumn(LineColumn.Kind.TEXT),
                "county_class", LineColumn.ofRegister("counties", "county"));
        Map<String, PartyRegister> registers = Map.of(
                "counties",
                new PartyRegister(
                        "counties",
                        new Register(List.of(new Subject("361102", "信州区", "", List.of(), "", Optional.empty(), true))),
                        Map.of(
                                "361102",
                                List.of(registered("", "2024-10-31", "一类"), registered("2024-11-01", "", "二类")))));
        Claim claim = new Claim(
                "crop_lines",
                1,
                Map.of(
                        "county", new Claim.Party(0, "361102", "信州区", true),
                        "product", new Claim.Words(1, "水稻")));

        assertThat(Stream.of("2024-10-31", "2024-11-01")
                        .map(day -> new ClaimLine(claim, Optional.of(LocalDate.parse(day)), columns, registers)
                                .text("county_class")))
                .containsExactly("一类", "二类");
        ClaimLine undated = new ClaimLine(claim, Optional.empty(), columns, registers);
        assertThat(undated.text("county_class")).isEmpty();
        assertThat(undated.text("county") + " " + undated.key("county") + " " + undated.key("product"))
                .isEqualTo("信州区 361102 水稻");
        assertThat(new ClaimLine(claim, Optional.of(PERIOD.end()), columns, Map.of()).key("county_class"))
                .isEmpty();
    }

    private static PartyRegister.Row registered(String from, String to, String told) {
        return new PartyRegister.Row(Place.NONE, date(from), date(to), Map.of("county_class", told));
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /** A line of claims: figures, days and words by what they look like. */
    private static ClaimLine line(String cells) {
        Map<String, Claim.Entry> entries = new HashMap<>();
        List<String> all = new ArrayList<>(List.of(cells.split(" ", -1)));
        all.remove("");
        for (String each : all) {
            int equal = each.indexOf('=');
            String value = each.substring(equal + 1);
            int column = entries.size();
            if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
                entries.put(each.substring(0, equal), new Claim.Day(column, LocalDate.parse(value)));
            } else if (value.matches("-?[0-9.]+")) {
                entries.put(each.substring(0, equal), new Claim.Amount(column, new BigDecimal(value)));
            } else {
                entries.put(each.substring(0, equal), new Claim.Words(column, value));
            }
        }
        return new ClaimLine(new Claim("claims", 1, entries), Optional.of(PERIOD.end()), Map.of(), Map.of());
    }

    private static Table.DayRow row(String day, String value) {
        return new Table.DayRow(LocalDate.parse(day), Fraction.of(value));
    }

    private static Table.WordRow words(String one, String other, String value) {
        return new Table.WordRow(List.of(one, other), List.of(Fraction.of(value)));
    }

    @Test
    void what_a_formula_of_a_line_names_are_its_columns() throws FormulaException {
        Formula formula = FormulaParser.ofLine("least(a, lpr(from)) * days(from, to)", Set.of("lpr"));

        assertThat(formula.names()).containsExactly("a", "from", "to");
    }
}
