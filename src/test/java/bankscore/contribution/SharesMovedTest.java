package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.say.BankAnswers;
import bankscore.contribution.say.PlacingSentence;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shares that are moved by steps of another measure, in words and in the book, by the worked example of Zhuji. */
class SharesMovedTest {

    private final Scheme scheme;

    SharesMovedTest() throws Exception {
        this.scheme = RuleFiles.schemes().stream()
                .filter(each -> each.id().equals("zhuji"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_rule_is_a_sentence() throws Exception {
        assertThat(how("[{by: other, per: 1, amount: 500, steps: whole}]"))
                .isEqualTo("以贡献度为依据；分配后按其他与平均值相比，每高1增加500万元、每低1减少500万元（不足一档不计），增减合计按各行份额分摊");
        assertThat(how("[{by: other, reference: score, per: 2.5, amount: -3, steps: pro_rata}]"))
                .isEqualTo("以贡献度为依据；分配后按其他与得分相比，每高2.5减少3万元、每低2.5增加3万元（按比例计），增减合计按各行份额分摊");
        assertThat(new PlacingSentence(SampleReport.words(), scheme).how(scheme.allocation()))
                .endsWith("；以贡献度为依据；分配后按存贷比与平均值相比，每高1%增加500万元、每低1%减少500万元（不足一档不计），增减合计按各行份额分摊");
    }

    private static String how(String adjust) throws Exception {
        Scheme own = RuleFiles.parse("""
                rule: test
                scheme: test
                title: 测试
                in_force: {from: 2022-01-01}
                source: {document: 办法}
                rounding: {points: 2}
                measures:
                  score: {name: 得分, formula: judged_score}
                  other: {name: 其他, formula: tax}
                items:
                  - {id: score, name: 得分, kind: base, measure: score, method: {value: {}}, clause: 一, mark: text}
                allocation: {adjust: ADJUST}
                """.replace("ADJUST", adjust), RuleFiles.datasets("judged", "tax"));
        return new PlacingSentence(SampleReport.words(), own).how(own.allocation());
    }

    /** 20000 × 28.25 %: B has 5650, is 8.75 points below the mean, and nothing is to be taken back. */
    @Test
    void a_bank_is_told_every_step() throws Exception {
        assertThat(lines(worked("figures:\n"), "B"))
                .containsSubsequence(
                        "增减：存贷比62.5与平均值71.25相比，每1为一档（不足一档不计），-8档，每档500万元，计-4,000万元",
                        "增减后：份额5,650万元，增减-4,000万元，按份额扣回0万元（负数为补足），得1,650万元，以1,650为权重",
                        "配额：按总分比例分配，20,000.00 × 1,650 ÷ 20,000 = 1,650万元");
    }

    /** With a loan book that is a hundredth, B is 39.38 points below the mean: 39 steps are more than all it has. */
    @Test
    void a_bank_that_is_left_with_nothing_is_told_why() throws Exception {
        assertThat(lines(worked("  B: {project_loans: 10, loans: 3000, deposits: 480000, tax: 10}\n"), "B"))
                .anyMatch(line -> line.contains("-39档，每档500万元，计-19,500万元"))
                .contains("增减后不大于0，不参与分配，方案为0");
    }

    /** A bank without the measure keeps its share, and what others gain is taken from it too. */
    @Test
    void a_bank_without_the_measure_is_told_that_nothing_is_moved() throws Exception {
        assertThat(lines(worked("  B: {project_loans: 10, loans: 300000, deposits: 0, tax: 10}\n"), "B"))
                .contains("增减：没有存贷比，不增不减");
    }

    @Test
    void the_book_has_the_targets_as_values_with_a_note(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("book.xlsx");
        Report report = worked("figures:\n");
        assertThat(ScoreWorkbook.write(report, "通用", SampleReport.words(), file))
                .as("every formula recalculates to the engine's value")
                .isEmpty();
        assertThat(notes(file)).contains("本格为程序计算的数值：受定额、保底或其他分配办法影响，没有通用公式可以表达。");
    }

    private static List<String> notes(Path file) throws IOException {
        try (var in = java.nio.file.Files.newInputStream(file);
                var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(in)) {
            return book.getSheet("调拨测算").getCellComments().values().stream()
                    .map(comment -> comment.getString().getString())
                    .toList();
        }
    }

    /** The worked case, with the figures of B otherwise if a line says so. */
    private Report worked(String line) throws Exception {
        Path file = RuleFiles.CONFIG.resolve("cases/zhuji/new-bank.yaml");
        String text = java.nio.file.Files.readString(file);
        String changed = line.startsWith("figures") ? text : text.replaceFirst("  B: \\{project.*\n", line);
        Judgement judged = Judgement.of(
                scheme,
                CaseLoader.parse("case", changed, scheme.id(), RuleFiles.datasets())
                        .quarter());
        return new Report(
                judged,
                List.of(),
                SampleReport.run(),
                new WorkingSentence(SampleReport.words()).all(judged.assessment()));
    }

    private static List<String> lines(Report report, String bank) {
        return new BankAnswers(report, SampleReport.words(), true)
                .of(report.quarter().roster().subject(bank).orElseThrow()).sections().stream()
                        .flatMap(section -> section.pieces().stream())
                        .filter(Answer.Piece.Entry.class::isInstance)
                        .flatMap(piece -> ((Answer.Piece.Entry) piece).lines().stream())
                        .toList();
    }
}
