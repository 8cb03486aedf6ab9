package bankscore.contribution.judge.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Money;
import bankscore.intake.Dataset;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.Setting;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What if a figure were another one: A pays 200 万元 of tax, B none is known of; the city's ratio is 75 %. */
class ChangedFiguresTest {

    private static final String SCHEME = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            measures:
              paid: {name: 税收, unit: 万元, formula: tax}
              ldr: {name: 存贷比, unit: "%", formula: loans / deposits * 100}
              rating: {name: 分, unit: 分, formula: survey.rating, of: mean}
            benchmarks:
              city: {published: 全市存贷比}
              all: {published: 全市税收}
            items:
              - {id: ldr, name: 项, kind: base, measure: ldr, method: {linear: {reference: city, per: 1, points: 1, steps: whole}}, clause: 一, mark: text}
              - {id: tax, name: 项, kind: base, measure: paid, method: {ratio_to_reference: {full: 5, reference: all}}, clause: 一, mark: text}
              - {id: rating, name: 项, kind: base, measure: rating, method: {value: {}}, clause: 一, mark: text}
            """;

    private static final String CASE = """
            name: case
            period: 2022Q4
            banks: [{code: A, name: 甲银行}, {code: B, name: 乙银行}]
            figures: {A: {tax: 200, loans: 70, deposits: 100}, B: {loans: 5}}
            parameters: {全市存贷比: 75}
            pools: {社保基金: 9000, 专户.甲: 1000.5}
            risks: [{bank: B, disposal: 收回, kind: 流动性}, {bank: B, disposal: 暂停新增, kind: 信用}]
            expect: {}
            """;

    private static ChangedFigures.Changed change(String... settings) throws Exception {
        List<Dataset> datasets = RuleFiles.datasets("tax", "credit", "survey", "pools", "risk", "adjustments");
        Scheme scheme = RuleFiles.parse(SCHEME, datasets);
        List<Setting> all = new ArrayList<>();
        for (String setting : settings) {
            all.add(Setting.read(setting).orElseThrow());
        }
        Quarter quarter = CaseLoader.parse("case", CASE, "test", datasets).quarter();
        return ChangedFigures.of(quarter, datasets, scheme, all);
    }

    @ParameterizedTest
    @CsvSource({
        // by code or name, by id or name; a number, or the old one and so much of it
        "figures.A.tax=250, tax, A, 250, 200",
        "figures.甲银行.tax=250, tax, A, 250, 200",
        "figures.A.上缴税收=250, tax, A, 250, 200",
        "figures.A.tax=+10%, tax, A, 220, 200",
        "figures.A.tax=-10%, tax, A, 180, 200",
        "figures.A.tax=−10%, tax, A, 180, 200",
        "figures.A.tax=0, tax, A, 0, 200",
        "figures.A.tax=2500000.5, tax, A, 2500000.5, 200",
        "figures.B.tax=7, tax, B, 7, none",
        "figures.B.loans=+100%, loans, B, 10, 5",
    })
    void a_figure_becomes_another_one_and_the_others_stay(
            String setting, String column, String bank, String value, String before) throws Exception {
        ChangedFigures.Changed changed = change(setting);

        assertThat(changed.quarter()
                        .facts()
                        .figure(column, bank)
                        .map(figure -> figure.value().toString()))
                .hasValue(value);
        assertThat(changed.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.before().orElse("none") + " " + change.after())
                        .isEqualTo(before + " " + value));
        assertThat(changed.quarter()
                        .facts()
                        .figure("deposits", "A")
                        .map(figure -> figure.value().toString()))
                .hasValue("100");
        assertThat(changed.quarter()
                        .facts()
                        .parameter("全市存贷比")
                        .map(figure -> figure.value().toString()))
                .hasValue("75");
        assertThat(changed.quarter().roster().subjects()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "parameters.全市存贷比=78, 全市存贷比, 78, 75",
        "parameters.全市存贷比=78.5%, 全市存贷比, 78.5, 75",
        "parameters.全市存贷比=+4%, 全市存贷比, 78, 75",
        "parameters.全市 存贷比=78, 全市存贷比, 78, 75",
        "parameters.全市税收=900, 全市税收, 900, none",
    })
    void a_published_figure_becomes_another_one(String setting, String item, String value, String before)
            throws Exception {
        ChangedFigures.Changed changed = change(setting);

        assertThat(changed.quarter()
                        .facts()
                        .parameter(item)
                        .map(figure -> figure.value().toString()))
                .hasValue(value);
        assertThat(changed.changes().get(0).before().orElse("none")).isEqualTo(before);
        assertThat(changed.quarter()
                        .facts()
                        .figure("tax", "A")
                        .map(figure -> figure.value().toString()))
                .hasValue("200");
    }

    @ParameterizedTest
    @CsvSource({
        "pools.社保基金=12000, 社保基金 12000.00、专户.甲 1000.50, 9000, 12000",
        "pools.社保基金=+10%, 社保基金 9900.00、专户.甲 1000.50, 9000, 9900",
        "pools.专户.甲=-50%, 社保基金 9000.00、专户.甲 500.25, 1000.5, 500.25",
        "pools.专户．甲=0, 社保基金 9000.00、专户.甲 0.00, 1000.5, 0",
        "pools.社保基金=0.000001, 社保基金 0.000001、专户.甲 1000.50, 9000, 0.000001",
    })
    void a_pool_becomes_another_one_in_its_place(String setting, String pools, String before, String after)
            throws Exception {
        ChangedFigures.Changed changed = change(setting);

        assertThat(changed.quarter().pools().stream().map(pool -> pool.fund() + " " + pool.amount()))
                .containsExactly(pools.split("、", -1));
        assertThat(changed.changes().get(0).before()).hasValue(before);
        assertThat(changed.changes().get(0).after()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "risk.A=收回, B 收回、B 暂停新增、A 收回, none, 收回",
        "risk.乙银行=暂停新增, B 暂停新增, 收回、暂停新增, 暂停新增",
        "risk.B=无, '', 收回、暂停新增, 无",
        "risk.A=无, B 收回、B 暂停新增, none, 无",
    })
    void one_disposal_takes_the_place_of_all_of_the_bank(String setting, String risks, String before, String after)
            throws Exception {
        ChangedFigures.Changed changed = change(setting);

        assertThat(changed.quarter().risks().stream()
                        .map(risk -> risk.bank() + " " + risk.disposal())
                        .collect(Collectors.joining("、")))
                .isEqualTo(risks);
        assertThat(changed.changes().get(0).before().orElse("none")).isEqualTo(before);
        assertThat(changed.changes().get(0).after()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "adjustments.社保基金.A=500, 社保基金 A 500.00",
        "adjustments.社保基金.A=+500, 社保基金 A 500.00",
        "adjustments.专户.甲.乙银行=−0.5, 专户.甲 B -0.50",
        "adjustments.社保基金.A=0, ''",
        "adjustments.社保基金.A=1 adjustments.社保基金.B=-1 adjustments.专户.甲.A=2, 社保基金 A 1.00、社保基金 B -1.00、专户.甲 A 2.00",
    })
    void an_adjustment_is_added_where_there_is_none(String settings, String expected) throws Exception {
        assertThat(told(change(settings.split(" ", -1)).quarter())).isEqualTo(expected);
    }

    @Test
    void an_adjustment_takes_the_place_of_all_of_its_fund_and_bank() throws Exception {
        List<Dataset> datasets = RuleFiles.datasets("tax", "credit", "survey", "adjustments");
        Quarter adjusted = CaseLoader.parse("case", CASE, "test", datasets)
                .quarter()
                .withAdjustments(List.of(
                        adjustment("社保基金", "A", "3"),
                        adjustment("社保基金", "B", "-4"),
                        adjustment("社保基金", "A", "1"),
                        adjustment("专户.甲", "A", "7")));

        ChangedFigures.Changed changed = ChangedFigures.of(
                adjusted,
                datasets,
                RuleFiles.parse(SCHEME, datasets),
                List.of(Setting.read("adjustments.社保基金.甲银行=2.5").orElseThrow()));

        assertThat(told(changed.quarter())).isEqualTo("社保基金 B -4.00、专户.甲 A 7.00、社保基金 A 2.50");
        assertThat(changed.changes())
                .containsExactly(new ChangedValue(
                        "adjustments.社保基金.甲银行", Optional.of("4"), "2.5", new Place("调整.xlsx", "调整", "C2")));
    }

    /** 乙 is no local bank in its sheet; 无 stands for an empty cell. A column of words that the rule does not name is none. */
    @ParameterizedTest
    @CsvSource({
        "figures.B.local=是, 是, B 否 是",
        "figures.乙银行.地方法人=是, 是, B 否 是",
        "figures.B.local=无, '', B 否 无",
        "figures.B.local=对, '', NO_CHOICE 是、否、无",
    })
    void a_word_becomes_another_one(String setting, String word, String changed) throws Exception {
        List<Dataset> datasets = RuleFiles.datasets("tax", "credit", "survey", "inclusive");
        Scheme scheme = RuleFiles.parse(
                SCHEME.replace("measures:\n", "assess: {require: [{text: local, one_of: [是], else: 否}]}\nmeasures:\n"),
                datasets);
        Quarter quarter = CaseLoader.parse("case", CASE.replace("{loans: 5}", "{loans: 5, local: 否}"), "test", datasets)
                .quarter();
        List<Setting> settings = List.of(Setting.read(setting).orElseThrow());
        if (changed.startsWith("NO_CHOICE")) {
            Misaddressed refused = catchThrowableOfType(
                    Misaddressed.class, () -> ChangedFigures.of(quarter, datasets, scheme, settings));
            assertThat(refused.reason() + " " + refused.details().get("allowed"))
                    .isEqualTo(changed);
            return;
        }
        ChangedFigures.Changed made = ChangedFigures.of(quarter, datasets, scheme, settings);

        assertThat(made.quarter()
                        .roster()
                        .subject("B")
                        .orElseThrow()
                        .told("local")
                        .orElse(""))
                .isEqualTo(word);
        assertThat(made.changes())
                .singleElement()
                .satisfies(change -> assertThat("B " + change.before().orElse("") + " " + change.after())
                        .isEqualTo(changed));
    }

    private static Adjustment adjustment(String fund, String bank, String wan) {
        return new Adjustment(fund, bank, Money.ofWan(wan), "理由", "批准人", new Place("调整.xlsx", "调整", "C2"));
    }

    private static String told(Quarter quarter) {
        return quarter.adjustments().stream()
                .map(each -> each.fund() + " " + each.bank() + " " + each.amount())
                .collect(Collectors.joining("、"));
    }

    /** A configuration without such sheets has no such figures. */
    @Test
    void what_the_configuration_does_not_know_is_refused() throws Exception {
        List<Dataset> datasets = RuleFiles.datasets("tax", "credit", "survey");
        Scheme scheme = RuleFiles.parse(SCHEME, datasets);
        Quarter quarter = CaseLoader.parse("case", CASE, "test", datasets).quarter();
        List<Setting> settings = List.of(Setting.read("risk.A=收回").orElseThrow());

        Misaddressed refused =
                catchThrowableOfType(Misaddressed.class, () -> ChangedFigures.of(quarter, datasets, scheme, settings));

        assertThat(refused.reason() + " " + refused.details().get("dataset")).isEqualTo("NO_DATASET risk");
    }

    @Test
    void several_settings_are_applied_in_their_order_and_those_of_the_scheme_passed_over() throws Exception {
        ChangedFigures.Changed changed =
                change("figures.A.tax=1", "items.ldr.linear.per=5", "figures.B.tax=2", "parameters.全市税收=3");

        assertThat(changed.changes())
                .extracting(change -> change.path() + "=" + change.after())
                .containsExactly("figures.A.tax=1", "figures.B.tax=2", "parameters.全市税收=3");
        assertThat(changed.quarter()
                        .facts()
                        .figure("tax", "A")
                        .map(figure -> figure.value().toString()))
                .hasValue("1");
        assertThat(changed.quarter()
                        .facts()
                        .figure("tax", "B")
                        .map(figure -> figure.value().toString()))
                .hasValue("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "figures.丙银行.tax=1 | NO_BANK {bank=丙银行, nearest=A 甲银行、B 乙银行}",
                "figures.A=1 | UNFINISHED {allowed=ALL}",
                "figures.A.taxes=1 | NO_COLUMN {column=taxes, nearest=ALL}",
                "figures.A.zzz=1 | NO_COLUMN {column=zzz, nearest=ALL}",
                "figures.A.survey.rating=1 | OF_RECORDS {column=survey.rating}",
                "parameters.全市存款=1 | NO_PARAMETER {allowed=全市存贷比、全市税收, item=全市存款}",
                "figures.A.tax=很多 | NOT_A_NUMBER {}",
                "figures.A.tax=+5 | NOT_A_NUMBER {}",
                "figures.A.tax=10% | NOT_A_NUMBER {}",
                "parameters.全市税收=5% | NOT_A_NUMBER {}",
                "parameters.全市税收=+5% | NO_FIGURE {}",
                "figures.B.tax=+10% | NO_FIGURE {}",
                "figures.A.loans=-5 | IMPOSSIBLE {code=E207, figure=-5}",
                "figures.A.tax=1 figures.甲银行.上缴税收=2 | TWICE {}",
                "pools.国库=1 | NO_POOL {allowed=社保基金、专户.甲, fund=国库}",
                "pools.社保基金=很多 | NOT_A_NUMBER {}",
                "pools.社保基金=-1 | IMPOSSIBLE {code=E207, figure=-1}",
                "pools.社保基金=0.0000001 | IMPOSSIBLE {code=E214, figure=0.0000001}",
                "pools.社保基金=1 pools.社保基金=2 | TWICE {}",
                "risk.C=收回 | NO_BANK {bank=C, nearest=A 甲银行、B 乙银行}",
                "risk.A=冻结 | NO_CHOICE {allowed=收回、暂停新增、取消考核、无}",
                "risk.A=收回 risk.甲银行=收回 | TWICE {}",
                "adjustments.社保基金=5 | UNFINISHED {allowed=A 甲银行、B 乙银行}",
                "adjustments.国库.A=5 | NO_POOL {allowed=社保基金、专户.甲, fund=国库}",
                "adjustments.社保基金.C=5 | NO_BANK {bank=C, nearest=A 甲银行、B 乙银行}",
                "adjustments.社保基金.A=+5% | NO_AMOUNT {}",
                "adjustments.社保基金.A=0.0000001 | IMPOSSIBLE {code=E214, figure=0.0000001}",
                "adjustments.社保基金.A=1 adjustments.社保基金.甲银行=2 | TWICE {}",
                "parameters.全市税收=1 parameters.全市税收=2 | TWICE {}",
            })
    void what_is_not_there_or_cannot_be_is_refused_with_what_may_stand_there(String settings, String expected) {
        Misaddressed refusal = catchThrowableOfType(Misaddressed.class, () -> change(settings.split(" ", -1)));

        TreeMap<String, String> details = new TreeMap<>(refusal.details());
        assertThat(details.remove("path") + "=" + details.remove("value"))
                .isEqualTo(settings.substring(settings.lastIndexOf(' ') + 1));
        assertThat((refusal.reason() + " " + details)
                        .replaceAll("(allowed|nearest)=tax 上缴税收、.*(?=})|(allowed|nearest)=deposits.*(?=})", "$1$2=ALL"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b | a=b",
                " a = b | a=b",
                "a＝b | a=b",
                "a=b=c | a=b=c",
                "=b | none",
                "a= | none",
                "a | none",
            })
    void a_setting_is_a_path_and_a_value(String typed, String expected) {
        Optional<Setting> setting = Setting.read(typed);

        assertThat(setting.map(Setting::toString).orElse("none")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "figures.A.tax, FIGURES", "parameters.x, PARAMETERS", "pools.社保, POOLS", "risk.A, RISK",
        "adjustments.社保.A, ADJUSTMENTS", "items.tax, SCHEME", "poolside, SCHEME", "figures, SCHEME"
    })
    void a_path_tells_what_it_is_about(String path, Topic topic) {
        assertThat(Topic.of(new Setting(path, "1"))).isEqualTo(topic);
    }

    @Test
    void what_is_not_of_the_scheme_is_told_by_the_first_step() {
        assertThat(Topic.words()).containsExactly("figures", "parameters", "pools", "risk", "adjustments");
    }
}
