package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.answer.Answer;
import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.compare.BankChange;
import bankscore.contribution.judge.compare.Comparer;
import bankscore.contribution.judge.compare.Comparison;
import bankscore.contribution.judge.simulate.ChangedFigures;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.ResultPage;
import bankscore.contribution.place.Plan;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.say.BankAnswers;
import bankscore.contribution.say.ComparisonAnswer;
import bankscore.contribution.say.SimulationAnswer;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.Setting;
import bankscore.load.WordsLoader;
import bankscore.load.yaml.YamlFile;
import bankscore.paper.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A tender with lots: totals, ranks, shares and money are those of each lot. The example of Zhoushan and its case. */
class TenderTest {

    private static final String FIRST = "标项一";
    private static final String SECOND = "标项二";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_result_has_no_total_over_all_lots_and_those_of_each_lot_that_a_bank_bids_for() throws Exception {
        JsonNode banks =
                Json.read(ResultJson.of(report(judged()), words()).bytes()).path("banks");
        JsonNode first = banks.get(0);
        JsonNode second = banks.get(1);

        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "code", "name", "rank", "total", "share", "sharePercent", "measures", "items", "funds");
        for (String none : List.of("rank", "total", "share", "sharePercent")) {
            assertThat(first.path(none).isNull()).isTrue();
        }
        assertThat(first.path("measures").toString()).isEqualTo("{\"car\":\"15\",\"lending\":\"400000\"}");
        assertThat(first.path("items").valueStream().map(item -> item.path("id").asString("")))
                .containsExactly("car", "lending");
        // Worked in the case: A 52 + 25.20 + 6 and 52 + 26.67 + 4; B bids for the first lot only.
        assertThat(funds(first))
                .containsExactly("标项一 83.20 2 38.13 rate,short_term", "标项二 82.67 1 53.45 rate,long_term");
        assertThat(funds(second)).containsExactly("标项一 96.00 1 44.00 rate,short_term");
        assertThat(first.path("funds").get(0).path("measures").toString()).isEqualTo("{\"rate_part\":\"84.00\"}");
    }

    private static List<String> funds(JsonNode bank) {
        return bank.path("funds")
                .valueStream()
                .map(fund -> fund.path("fund").asString("") + " "
                        + fund.path("total").asString("") + " "
                        + fund.path("rank").asInt() + " "
                        + fund.path("sharePercent").asString("") + " "
                        + fund.path("items")
                                .valueStream()
                                .map(item -> item.path("id").asString(""))
                                .collect(Collectors.joining(",")))
                .toList();
    }

    @Test
    void the_book_has_a_table_for_each_lot_and_every_formula_recalculates() throws Exception {
        Path file = folder.resolve("book.xlsx");

        assertThat(ScoreWorkbook.write(report(judged()), "通用", words(), file)).isEmpty();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(book.getSheet("得分汇总")).isNull();
            assertThat(book.getSheet("得分汇总1·标项一").getLastRowNum()).isPositive();
            assertThat(book.getSheet("得分汇总2·标项二").getLastRowNum()).isPositive();
            String formulas = StreamSupport.stream(book.getSheet("得分汇总2·标项二").spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .filter(cell -> cell.getCellType() == CellType.FORMULA)
                    .map(cell -> cell.getCellFormula())
                    .collect(Collectors.joining("\n"));
            // What is scored once a bank stands on the measures of all, what is bid on those of the lot.
            assertThat(formulas).contains("'指标测算'!$").contains("'指标测算2·标项二'!$");
        }
    }

    @Test
    void page_and_explanation_tell_each_lot_apart_and_who_did_not_bid() throws Exception {
        Report report = report(judged());
        String page = ResultPage.html(report, words());
        Answer answer = new BankAnswers(report, words(), true)
                .of(report.quarter().roster().subject("B").orElseThrow());

        assertThat(page)
                .contains("id=\"ranking-table\"", "id=\"ranking-table-2\"", "未投标这项资金、不参加排名：B。", "fund-2-bank-1");
        assertThat(answer.sections().stream().map(Answer.Section::heading))
                .containsExactly(
                        "各项资金共同的指标：依据和算法",
                        "标项一：总分、名次和贡献度",
                        "标项一：各项得分的依据和算法",
                        "标项二：总分、名次和贡献度",
                        words().text("answer.money"),
                        words().text("answer.basis"));
        assertThat(answer.toString()).contains("没有投标这项资金，不参加它的计分和排名。", "没有投标这项资金，方案为0");
    }

    @Test
    void a_changed_bid_moves_one_lot_only() throws Exception {
        Judgement before = judged();
        Quarter changed = changed("figures.A.标项一.bid_rate=2.5").quarter();
        Judgement after = Judgement.of(before.scheme(), changed);
        List<Comparison> comparisons = Comparer.compareFunds(before, after, changed);

        assertThat(comparisons.stream().map(Comparison::fund).flatMap(Optional::stream))
                .containsExactly(FIRST, SECOND);
        // A bids as much as B: 30 × 100 ÷ 100 − 25.20 = 4.80, and shares the first place, 10 instead of 6.
        assertThat(total(comparisons.get(0), "A")).isEqualTo("8.8");
        assertThat(total(comparisons.get(1), "A")).isEqualTo("0");
        Answer told = ComparisonAnswer.of(report(before), report(after), comparisons, words());
        assertThat(told.sections().stream().map(Answer.Section::heading)).contains("标项一：总分", "标项二：总分");
        Answer simulated = SimulationAnswer.of(report(before), List.of(), after, words());
        assertThat(simulated.toString()).contains("标项一：").contains("92.00").contains("+8.80");
    }

    private static String total(Comparison comparison, String bank) {
        return comparison.banks().stream()
                .filter(each -> each.bank().code().equals(bank))
                .map(BankChange::total)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    @Test
    void a_bid_is_addressed_by_bank_lot_and_column() throws Exception {
        assertThat(changed("figures.A.标项二.报价利率=+10%").changes().get(0).toString())
                .contains("2.64");
        assertThatThrownBy(() -> changed("figures.A.bid_rate=2"))
                .isInstanceOf(Misaddressed.class)
                .extracting(refused -> ((Misaddressed) refused).details().get("allowed"))
                .isEqualTo("标项一.bid_rate、标项二.bid_rate");
        assertThatThrownBy(() -> changed("figures.A.标项九.bid_rate=2")).isInstanceOf(Misaddressed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nobody bids for a third lot: no plan of it, and what is held stays
                "pools: {标项一: 1000, 标项二: 500} | pools: {标项一: 1000, 标项二: 500, 标项三: 7} | W315 标项三",
                // the first lot has another name than the rule says, whose items and money are for nothing
                "标项一: | 标项甲: | W310 标项一 item, W310 标项甲 unscored, W310 标项一",
                // a bank leaves out all lots but one
                ", 标项二: 2.7} |} | ",
            })
    void what_does_not_fit_together_is_to_be_verified(String old, String other, String found) throws Exception {
        Judgement judged = Judgement.of(scheme(), quarter(text().replace(old, other == null ? "" : other)));

        assertThat(judged.findings().stream()
                        .filter(finding -> finding.code() == Code.W315 || finding.code() == Code.W310)
                        .map(finding -> (finding.code() + " "
                                        + finding.details()
                                                .getOrDefault(
                                                        "fund",
                                                        finding.details().getOrDefault("found", ""))
                                        + " " + finding.details().getOrDefault("variant", ""))
                                .strip())
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .isEqualTo(found == null ? "" : found);
        assertThat(((Plan) judged.placement()).funds())
                .noneMatch(fund -> fund.pool().fund().equals("标项三"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fund: \"*\" | | item_without_fund",
                "round: 4} | round: 4, no_base: exclude} | bid_excludes",
                "{measure: car, at_least: 10.5 | {measure: bid_rate, at_least: 1 | bid_of_bank",
                "full_points: 100 | full_points: 99 | points_sum_fund",
            })
    void a_rule_that_takes_a_bid_for_a_figure_of_the_bank_is_refused(String old, String other, String code)
            throws Exception {
        String text = Files.readString(EXAMPLE);
        assertThat(text).contains(old);

        assertThatThrownBy(
                        () -> SchemeLoader.parse("zhoushan-2023", text.replace(old, other == null ? "" : other), all()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(code);
    }

    /** Words by which only what is bid is compared group the banks of a lot as well. */
    @Test
    void bids_are_compared_among_those_of_one_word() throws Exception {
        Scheme scheme = SchemeLoader.parse(
                "zhoushan-2023",
                Files.readString(EXAMPLE).replace("    fund: \"*\"\n", "    fund: \"*\"\n    peers: 地方法人\n"),
                all());

        Judgement judged = Judgement.of(
                scheme,
                quarter(text().replace("  A: {capital_adequacy: 15,", "  A: {local: 是, capital_adequacy: 15,")));

        // In 标项一 A's 84 % is the best of its word and gets all 30; among all it would get 25.20.
        Assessment lot = judged.assessment().parts().get(0);
        assertThat(lot.cards())
                .extracting(card -> card.bank().code() + " "
                        + card.lines().stream()
                                .filter(line -> line.item().id().equals("rate"))
                                .map(line -> line.points().toString())
                                .collect(Collectors.joining()))
                .containsExactlyInAnyOrder("A 30", "B 30", "C 0");
    }

    private static final Path EXAMPLE = Path.of("config/schemes/examples/zhoushan-2023.yaml");

    private static List<Dataset> all() throws ConfigException {
        return RuleFiles.datasets();
    }

    private static Scheme scheme() throws Exception {
        return SchemeLoader.load(YamlFile.read(EXAMPLE, EXAMPLE.toString()), all());
    }

    private static String text() throws Exception {
        return Files.readString(Path.of("config/cases/zhoushan-2023/two-lots.yaml"));
    }

    private static Quarter quarter(String text) throws Exception {
        return CaseLoader.parse(
                        "case", text.substring(0, text.indexOf("expect:")) + "expect: {}\n", "zhoushan-2023", all())
                .quarter();
    }

    private static Judgement judged() throws Exception {
        return Judgement.of(scheme(), quarter(text()));
    }

    private static ChangedFigures.Changed changed(String setting) throws Exception {
        return ChangedFigures.of(
                quarter(text()), all(), scheme(), List.of(Setting.read(setting).orElseThrow()));
    }

    private static Words words() {
        return WordsLoader.load();
    }

    private static Report report(Judgement judged) {
        return new Report(
                judged,
                List.of(),
                PaperFixture.report(PaperFixture.quarter(judged.quarter().period(), List.of(), true))
                        .run(),
                new WorkingSentence(words()).all(judged.assessment()));
    }
}
