package bankscore.run.stage;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.facts.Subject;
import bankscore.intake.Dataset;
import bankscore.load.LetterSettings;
import bankscore.load.Settings;
import bankscore.load.WordsLoader;
import bankscore.load.dataset.DatasetLoader;
import bankscore.read.InputFolder;
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import bankscore.rule.RuleHead;
import bankscore.run.take.Configuration;
import bankscore.run.take.Recognition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Sheets of claims from their files to what is staged, with the registers that the rule reads. */
class ClaimStagingTest {

    private static final Path CONFIG = Path.of("config");
    private static final Period Q4 = new Period(2024, 4);

    @TempDir
    Path folder = Path.of("");

    private List<Dataset> datasets = List.of();

    /** A rule that reads some datasets. */
    private record Reading(String rule, Set<String> datasets) implements Rule {

        @Override
        public RuleHead head() {
            return new RuleHead("r-1", rule, "办法", LocalDate.of(2024, 1, 1), Optional.empty(), "");
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        public Map<String, String> publishedUnits() {
            return Map.of();
        }

        @Override
        public boolean isAssessed(Subject subject, Period period) {
            return true;
        }
    }

    @BeforeEach
    void datasets() throws Exception {
        datasets = DatasetLoader.loadAll(CONFIG.resolve("datasets"));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("input").resolve(name), text);
    }

    private Recognition recognised(String... reads) throws Exception {
        Settings settings = Settings.of(CONFIG);
        Configuration<Rule> configuration = new Configuration<>(
                settings,
                LetterSettings.of(Optional.empty(), Optional.empty()),
                datasets,
                new Reading(settings.rule(), Set.of(reads)),
                settings.rule(),
                false,
                Map.of(),
                "",
                List.of());
        return Recognition.of(
                new InputFolder(folder.resolve("input"), settings.files()).take(folder.resolve("work")),
                configuration,
                Q4,
                WordsLoader.load(),
                List.of());
    }

    private static List<StagedRows> read(RowReader reader, int portions) throws Exception {
        List<StagedRows> all = new ArrayList<>();
        while (all.size() < portions) {
            StagedRows next = reader.read();
            if (next == null) {
                break;
            }
            all.add(next);
        }
        return all;
    }

    private static List<Claim> claims(List<StagedRows> rows) {
        return rows.stream().flatMap(portion -> portion.claims().stream()).toList();
    }

    @Test
    void twenty_thousand_lines_are_read_again_from_where_another_process_stopped() throws Exception {
        StringBuilder lines = new StringBuilder("企业名称,险种,保单号,实缴保费\n");
        for (int i = 0; i < 20_000; i++) {
            lines.append("企业")
                    .append(i % 500)
                    .append(",责任险,P")
                    .append(i)
                    .append(",")
                    .append(i)
                    .append('\n');
        }
        write("申报.csv", lines.toString());
        Recognition recognition = recognised("premium_claims");
        assertThat(recognition.findings()).isEmpty();

        RowReader whole = new RowReader(recognition);
        whole.open(new ExecutionContext());
        List<Claim> all = claims(read(whole, Integer.MAX_VALUE));
        whole.close();
        assertThat(all).hasSize(20_000);
        assertThat(all.get(19_999).row()).isEqualTo(20_000);
        assertThat(all.get(19_999).text("policy_no")).isEqualTo("P19999");

        ExecutionContext position = new ExecutionContext();
        RowReader first = new RowReader(recognition);
        first.open(position);
        List<StagedRows> before = read(first, 7);
        first.update(position);
        first.close();
        RowReader second = new RowReader(recognised("premium_claims"));
        second.open(position);
        List<StagedRows> after = read(second, Integer.MAX_VALUE);
        second.close();

        List<Claim> together = new ArrayList<>(claims(before));
        assertThat(together).isNotEmpty().hasSizeLessThan(20_000);
        together.addAll(claims(after));
        assertThat(together).isEqualTo(all);
    }

    @Test
    void a_sheet_that_the_rule_does_not_read_is_passed_over_registers_too() throws Exception {
        write("申报.csv", "企业名称,险种,保单号,实缴保费\n甲厂,责任险,P1,100\n");
        write("名录.csv", "统一社会信用代码,企业名称,注册地\n不是代码,甲厂,某区\n");
        write("银行.csv", "银行编码,银行名称\nB1,\n");
        write("保险.csv", "户编码,险种,保单号,农户自担保费,县区,保险机构,总保费\nH1,农房,P1,0,某县,某财险,10\n");
        write("承保.csv", "县区,保险机构,险种,总保费\n某县,某财险,水稻,10\n");

        Recognition recognition = recognised("premium_claims");

        assertThat(recognition.findings()).isEmpty();
        assertThat(recognition.registers()).isEmpty();
        assertThat(recognition.headers().values().stream()
                        .map(header -> header.dataset().id()))
                .containsExactly("premium_claims");
        // Of claims with as many identifying headings those with more headings altogether are meant.
        assertThat(recognised("household_policies", "crop_lines").headers().values().stream()
                        .map(header ->
                                header.sheet().file() + " " + header.dataset().id()))
                .containsExactly("保险.csv household_policies", "承保.csv crop_lines");
    }

    @Test
    void registers_that_the_rule_reads_know_the_parties_of_claims() throws Exception {
        write("申报.csv", "企业名称,险种,保单号,实缴保费,保险机构\n甲厂,责任险,P1,100,某财险\n乙厂,责任险,P2,100,某财险\n");
        write("名录一.csv", "统一社会信用代码,企业名称,注册地\n10000000000000000Y,甲厂,某区\n");
        write("名录二.csv", "统一社会信用代码,企业名称,注册地\n20000000000000000X,乙厂,某区\n");

        Recognition recognition = recognised("premium_claims", "enterprises", "insurers");
        RowReader reader = new RowReader(recognition);
        reader.open(new ExecutionContext());
        List<Claim> all = claims(read(reader, Integer.MAX_VALUE));
        reader.close();

        assertThat(recognition.registers().keySet()).containsExactly("enterprises");
        assertThat(recognition.entries().values()).containsExactly(1, 1);
        assertThat(all.stream().map(claim -> claim.text("enterprise")))
                .containsExactly("10000000000000000Y", "20000000000000000X");
        assertThat(all.get(0).party("insurer")).contains(new Claim.Party(4, "某财险", "某财险", false));
    }
}
