package bankscore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.machine.FolderCopy;
import bankscore.run.questions.RuleProof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lint} says of rules that watch. */
class WatchProofTest {

    private static final Words WORDS = WordsLoader.load();

    @TempDir
    Path config = Path.of("");

    @Test
    void all_delivered_rules_are_sound_and_their_cases_come_out() throws Exception {
        RuleProof proof = WatchProof.of(Path.of("config"), Optional.empty(), Optional.empty(), WORDS);

        assertThat(proof.differences()).isEmpty();
        assertThat(proof.sound())
                .extracting(answer -> answer.title().replaceAll("\\d+ 个参数", "N 个参数"))
                .containsExactly(
                        "jinhua-targets-2024（金华市保险业发展目标进度通报）没有问题：0 个关注事项、3 个目标、0 个指数、N 个参数，3 个案例全部相符。",
                        "local-lending-2010（县域新增存款用于当地贷款情况通报）没有问题：2 个关注事项、0 个目标、0 个指数、N 个参数，3 个案例全部相符。",
                        "shangrao-watch-2022（上饶市银行保险业发展情况通报）没有问题：5 个关注事项、3 个目标、0 个指数、N 个参数，6 个案例全部相符。",
                        "wuhan-targets-2021（东湖科技保险创新示范区建设进度通报）没有问题：0 个关注事项、13 个目标、1 个指数、N 个参数，3 个案例全部相符。");
    }

    @Test
    void a_rule_is_printed_clause_by_clause_and_in_sentences_to_be_signed() throws Exception {
        Answer answer = WatchProof.of(Path.of("config"), Optional.empty(), Optional.of("shangrao-watch-2022"), WORDS)
                .sound()
                .get(0);

        List<Piece> pieces = answer.sections().get(0).pieces();
        assertThat(((Piece.Table) pieces.get(0)).rows())
                .anySatisfy(row -> assertThat(row.subList(0, 4))
                        .containsExactly("第四部分第11项", "watch.premium_falling.running", "8", "假定"))
                .anySatisfy(row -> assertThat(row.subList(0, 4))
                        .containsExactly("第二部分", "targets.ldr.above", "province_ldr", "原文"));
        assertThat(pieces)
                .filteredOn(Piece.Line.class::isInstance)
                .extracting(piece -> ((Piece.Line) piece).text())
                .contains(
                        "保险机构的保费增速连续8个季度（含本季度）低于0%的，列为“保费收入长期负增长”。",
                        "提示：第 22 行 subjects.banks.measures.loan_growth：没有关注事项用指标“贷款增速”：它只列表、排名。");
    }

    @Test
    void a_bound_that_is_changed_makes_its_cases_differ() throws Exception {
        FolderCopy.of(Path.of("config"), config);
        Path rule = config.resolve("schemes/shangrao-watch-2022.yaml");
        Files.writeString(rule, Files.readString(rule).replace("running: 8", "running: 9"));

        // Eight quarters no longer suffice.
        assertThat(
                        WatchProof.of(config, Optional.empty(), Optional.of("shangrao-watch-2022"), WORDS)
                                .differences()
                                .stream()
                                .map(problem -> problem.print(WORDS)))
                .contains(
                        "config/cases/shangrao-watch-2022/falling.yaml 第 28 行：subjects.insurers.甲财险.watches.premium_falling.hit\n"
                                + "    案例“eight quarters running name an insurer, seven with one at 0.00 between do not, twelve bring a visit”"
                                + "不符：应为 true，算得 false。");
    }
}
