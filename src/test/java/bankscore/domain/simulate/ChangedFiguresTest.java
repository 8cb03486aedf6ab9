package bankscore.domain.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.domain.intake.Dataset;
import bankscore.domain.quarter.Quarter;
import bankscore.domain.scheme.Scheme;
import bankscore.load.CaseLoader;
import bankscore.load.RuleFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
            expect: {}
            """;

    private static ChangedFigures.Changed change(String... settings) throws Exception {
        List<Dataset> datasets = RuleFiles.datasets("tax", "credit", "survey");
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
                        .figure(column, bank)
                        .map(figure -> figure.value().toString()))
                .hasValue(value);
        assertThat(changed.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.before().orElse("none") + " " + change.after())
                        .isEqualTo(before + " " + value));
        assertThat(changed.quarter()
                        .figure("deposits", "A")
                        .map(figure -> figure.value().toString()))
                .hasValue("100");
        assertThat(changed.quarter()
                        .parameter("全市存贷比")
                        .map(figure -> figure.value().toString()))
                .hasValue("75");
        assertThat(changed.quarter().roster().banks()).hasSize(2);
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
                        .parameter(item)
                        .map(figure -> figure.value().toString()))
                .hasValue(value);
        assertThat(changed.changes().get(0).before().orElse("none")).isEqualTo(before);
        assertThat(changed.quarter()
                        .figure("tax", "A")
                        .map(figure -> figure.value().toString()))
                .hasValue("200");
    }

    @Test
    void several_settings_are_applied_in_their_order_and_those_of_the_scheme_passed_over() throws Exception {
        ChangedFigures.Changed changed =
                change("figures.A.tax=1", "items.ldr.linear.per=5", "figures.B.tax=2", "parameters.全市税收=3");

        assertThat(changed.changes())
                .extracting(change -> change.path() + "=" + change.after())
                .containsExactly("figures.A.tax=1", "figures.B.tax=2", "parameters.全市税收=3");
        assertThat(changed.quarter()
                        .figure("tax", "A")
                        .map(figure -> figure.value().toString()))
                .hasValue("1");
        assertThat(changed.quarter()
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

    @Test
    void a_path_tells_what_it_is_about() {
        assertThat(List.of("figures.A.tax", "parameters.x", "items.tax"))
                .extracting(path -> new Setting(path, "1"))
                .extracting(each -> each.ofFigures() + " " + each.ofParameters() + " " + each.ofScheme())
                .containsExactly("true false false", "false true false", "false false true");
    }
}
