package bankscore.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.machine.FolderCopy;
import bankscore.run.questions.RuleProof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lint} says of subsidy rules. */
class SubsidyProofTest {

    private static final Words WORDS = WordsLoader.load();

    @TempDir
    Path config = Path.of("");

    @BeforeEach
    void the_configuration_is_copied() throws Exception {
        FolderCopy.of(Path.of("config"), config);
    }

    @Test
    void a_sound_rule_is_printed_clause_by_clause_to_be_signed() throws Exception {
        RuleProof proof = prove("jinhua-2024");

        assertThat(proof.differences()).isEmpty();
        assertThat(proof.sound()).hasSize(1);
        Answer answer = proof.sound().get(0);
        assertThat(answer.title()).matches("jinhua-2024（金华市加快保险业发展补助资金）没有问题：5 项补助、\\d+ 个补助条件、5 个上限，6 个案例全部相符。");
        List<List<String>> rows = answer.sections().stream()
                .flatMap(section -> section.pieces().stream())
                .filter(Piece.Table.class::isInstance)
                .flatMap(piece -> ((Piece.Table) piece).rows().stream())
                .toList();
        assertThat(rows)
                .anySatisfy(row -> assertThat(row.subList(0, 4))
                        .containsExactly("第一条", "subsidies.pollution_liability.rate", "50%", "原文"))
                .anySatisfy(row -> assertThat(row.subList(0, 4))
                        .containsExactly("第七条", "tables.city_and_district.rows[0][1]", "40", "假定"))
                .noneSatisfy(row -> assertThat(row.get(1)).isEqualTo("kind"));
    }

    @Test
    void all_delivered_rules_and_all_examples_are_sound_and_their_cases_come_out() throws Exception {
        RuleProof proof = SubsidyProof.of(config, Optional.empty(), Optional.empty(), WORDS);

        assertThat(proof.differences()).isEmpty();
        assertThat(proof.sound()).hasSize(4);
        assertThat(prove("taishan-2021").sound()).hasSize(1);
    }

    @Test
    void a_rate_that_is_changed_makes_its_cases_differ() throws Exception {
        change("schemes/jinhua-2024.yaml", "rate: 50%", "rate: 60%");

        // 9,000 × 60 % = 5,400 instead of 4,500.
        assertThat(prove("jinhua-2024").differences().stream().map(problem -> problem.print(WORDS)))
                .contains("config/cases/jinhua-2024/three-policies.yaml 第 15 行：lines.P1.amount\n"
                        + "    案例“three policies of one firm share one yearly cap, and the last is cut to what it leaves”"
                        + "不符：应为 4500，算得 5400.00。");
    }

    @Test
    void what_is_worth_a_second_look_is_told_beside() throws Exception {
        change(
                "schemes/jinhua-2024.yaml",
                "- {amount: 10000, per: [enterprise, year], mark: text}",
                "- {amount: 10000, per: [enterprise, year], mark: text}\n      - {amount: 20000, per: [enterprise, year]}");

        assertThat(prove("jinhua-2024").sound().get(0).sections().get(0).pieces())
                .filteredOn(Piece.Line.class::isInstance)
                .extracting(piece -> ((Piece.Line) piece).text())
                .first()
                .isEqualTo("提示：第 79 行 subsidies.pollution_liability.caps[1]：这个上限永远不会起作用：比它更低的限制总是先到。");
    }

    @Test
    void a_case_with_a_mistake_is_refused_with_its_line() throws Exception {
        change("cases/jinhua-2024/lifted.yaml", "policy_no: E2", "policy: E2");

        assertThat(catchThrowableOfType(ConfigException.class, () -> prove("jinhua-2024")).problems().stream()
                        .map(problem -> problem.print(WORDS)))
                .first()
                .asString()
                .startsWith("config/cases/jinhua-2024/lifted.yaml 第 8 行：policy\n    没有这一列。");
    }

    private RuleProof prove(String id) throws ConfigException {
        return SubsidyProof.of(config, Optional.empty(), Optional.of(id), WORDS);
    }

    private void change(String file, String from, String to) throws Exception {
        String text = Files.readString(config.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(config.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }
}
