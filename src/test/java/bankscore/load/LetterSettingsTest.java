package bankscore.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.load.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterSettingsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void without_a_file_every_place_is_empty() throws Exception {
        LetterSettings settings = LetterSettings.load(folder.resolve("none.yaml"), "config/letter.yaml");

        assertThat(settings.addressee()).isEmpty();
        assertThat(settings.issue(new Period(2022, 4))).isEqualTo(LetterSettings.Issue.NONE);
    }

    @Test
    void number_and_date_belong_to_a_period_and_empty_places_are_allowed() throws Exception {
        LetterSettings settings = load("""
                office:
                addressee: 市人民政府
                contact: {name: 李四, telephone: }
                issues: {2022Q4: {number: 饶财库〔2023〕1号, date: 2023-01-10, reply: 2023-02-10}}
                """);

        assertThat(settings.office()).isEmpty();
        assertThat(settings.contact()).contains("李四");
        assertThat(settings.issue(new Period(2022, 4)))
                .isEqualTo(new LetterSettings.Issue(
                        Optional.of("饶财库〔2023〕1号"),
                        Optional.of(LocalDate.of(2023, 1, 10)),
                        Optional.of(LocalDate.of(2023, 2, 10))));
        assertThat(settings.issue(new Period(2023, 1))).isEqualTo(LetterSettings.Issue.NONE);
    }

    /** A letter of another rule is another office's, and has no number that another letter has. */
    @Test
    void another_rule_has_its_own_places_or_the_common_ones_without_a_number() throws Exception {
        LetterSettings settings = load("""
                office: 甲市财政局办公室
                addressee: 市人民政府
                signatory: 李四
                issues: {2022Q4: {number: 饶财库〔2023〕1号, date: 2023-01-10}}
                rules:
                  jinhua: {bureau: 乙市财政局, contact: {name: 王五}, issues: {2022Q4: {number: 金财金〔2023〕2号}}}
                  lishui: {office: 丙市财政局金融处, addressee: 丙市人民政府}
                """);

        LetterSettings jinhua = settings.of("jinhua");
        assertThat(jinhua.bureau()).contains("乙市财政局");
        assertThat(jinhua.office()).contains("乙市财政局");
        assertThat(jinhua.addressee()).isEmpty();
        assertThat(jinhua.signatory()).isEmpty();
        assertThat(jinhua.contact()).contains("王五");
        assertThat(jinhua.issue(new Period(2022, 4)).number()).contains("金财金〔2023〕2号");
        LetterSettings lishui = settings.of("lishui");
        assertThat(lishui.bureau()).isEmpty();
        assertThat(lishui.office()).contains("丙市财政局金融处");
        assertThat(lishui.addressee()).contains("丙市人民政府");
        assertThat(lishui.issue(new Period(2022, 4))).isEqualTo(LetterSettings.Issue.NONE);
        LetterSettings other = settings.of("other");
        assertThat(other.office()).contains("甲市财政局办公室");
        assertThat(other.signatory()).contains("李四");
        assertThat(other.issue(new Period(2022, 4))).isEqualTo(LetterSettings.Issue.NONE);
    }

    @Test
    void wrong_brackets_unknown_keys_and_periods_are_refused_together() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> load(
                        "adressee: x\nissues:\n  2022Q5: {number: '饶财库[2023]1号'}\n  2022Q4: {number: 饶财库〔2023〕01号}\n"));

        assertThat(refused.problems())
                .extracting(ConfigProblem::code)
                .containsExactlyInAnyOrder(
                        "unknown_key", "not_a_period", "not_a_document_number", "not_a_document_number");
    }

    /** What is kept with a revision has the rule alone that it used, and so tells nothing of others. */
    @Test
    void places_of_a_rule_that_there_is_not_are_refused_with_the_one_that_was_meant() throws Exception {
        YamlFile file = YamlFile.of("config/letter.yaml", "office: 甲\nrules:\n  jinhua-insurence: {bureau: 乙}\n");
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> LetterSettings.of(Optional.of(file), Optional.of(Set.of("jinhua-insurance", "shangrao"))));

        assertThat(refused.problems())
                .extracting(each -> each.line() + " " + each.text() + " " + each.code())
                .containsExactly("3 jinhua-insurence unknown_rule_of_letter");
        assertThat(LetterSettings.of(Optional.of(YamlFile.of("config/letter.yaml", file.text())), Optional.empty())
                        .of("jinhua-insurence")
                        .bureau())
                .contains("乙");
    }

    private LetterSettings load(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("letter.yaml"), text);
        return LetterSettings.load(file, "config/letter.yaml");
    }
}
