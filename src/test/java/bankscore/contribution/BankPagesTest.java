package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.say.BankAnswers;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.paper.letter.AnswerLetter;
import bankscore.rule.MeasureValue;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages that go to the banks, of the annual sample quarter: they prove their own numbers and tell of nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankPagesTest {

    /** Smaller numbers, and round ones such as the bounds of bands, say nothing of whose they are. */
    private static final Fraction TELLING = Fraction.of(500);

    private static final Pattern QUOTA = Pattern.compile("按总分比例分配，(.+) = ([\\d,.]+)…?万元");
    private static final Pattern TOTAL = Pattern.compile("总分：(.+) = (-?[\\d.]+)分。");

    private final Words words = WordsLoader.load();
    private @Nullable Report computed;

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    void compute(@TempDir Path output) throws Exception {
        try (Program program = new Program(Path.of("input"), output)) {
            computed = program.report("2022Q4");
        }
    }

    private Report report() {
        return Objects.requireNonNull(computed);
    }

    @Test
    void the_numbers_of_an_explanation_come_to_the_points() {
        WorkingSentence explanation = new WorkingSentence(words);
        int checked = 0;
        for (ScoreCard card : report().assessment().cards()) {
            for (ScoreLine line : card.lines()) {
                String text = explanation.of(line, report().assessment());
                assertThat(PocketCalculator.points(text)).as(text).isEqualTo(line.points());
                checked++;
            }
        }
        assertThat(checked).isEqualTo(16 * 9);
    }

    @Test
    void the_sum_of_a_page_comes_to_the_total_and_its_quota_to_the_target_but_for_less_than_a_lot() {
        for (ScoreCard card : report().assessment().cards()) {
            String text = text(new BankAnswers(report(), words, true).of(card.bank()));
            Matcher total = TOTAL.matcher(text);
            assertThat(total.find()).isTrue();
            assertThat(PocketCalculator.worth(total.group(1)))
                    .isEqualTo(Fraction.of(total.group(2)))
                    .isEqualTo(card.sum());
            Matcher quota = QUOTA.matcher(text);
            while (quota.find()) {
                Fraction worth = PocketCalculator.worth(quota.group(1));
                assertThat(worth.minus(Fraction.of(quota.group(2).replace(",", "")))
                                .abs())
                        .isLessThan(Fraction.of(1, 1_000_000));
                // A lot is 1 万元: a target is at most one lot, and the odd rest, away from its quota.
                assertThat(row(card.bank(), worth)).isNotEmpty();
            }
        }
    }

    private List<PlanRow> row(Subject bank, Fraction quota) {
        return rows(bank)
                .filter(row -> row.target().wan().minus(quota).abs().compareTo(Fraction.of(2)) < 0)
                .toList();
    }

    private Stream<PlanRow> rows(Subject bank) {
        return report().placement().funds().stream()
                .map(FundPlan::rows)
                .flatMap(List::stream)
                .filter(row -> row.bank().equals(bank));
    }

    @Test
    void a_page_holds_no_other_banks_name_and_no_other_banks_figure() throws Exception {
        BankAnswers answers = new BankAnswers(report(), words, true);
        Map<String, Set<String>> figures = new TreeMap<>();
        for (Subject bank : report().quarter().roster().subjects()) {
            figures.put(bank.code(), figures(bank));
        }
        Set<String> compared = compared();
        for (Subject bank : report().quarter().roster().subjects()) {
            String page = page(answers.of(bank));
            assertThat(page).contains(bank.name());
            Set<String> printed = printed(page);
            for (Subject other : report().quarter().roster().subjects()) {
                if (!other.equals(bank)) {
                    names(other).forEach(name -> assertThat(page).doesNotContain(name));
                    Set<String> theirs = new HashSet<>(figures.getOrDefault(other.code(), Set.of()));
                    theirs.removeAll(figures.getOrDefault(bank.code(), Set.of()));
                    theirs.removeAll(compared);
                    theirs.retainAll(printed);
                    assertThat(theirs)
                            .as(other.name() + " in the page of " + bank.name())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void the_answer_for_the_office_does_name_the_neighbours() {
        BankAnswers answers = new BankAnswers(report(), words, false);
        Subject third = report().assessment().cards().stream()
                .filter(card -> card.rank() == 3)
                .findFirst()
                .orElseThrow()
                .bank();
        String text = text(answers.of(third));
        report().assessment().cards().stream()
                .filter(card -> card.rank() <= 4)
                .forEach(card -> assertThat(text).contains(card.bank().label()));
    }

    private static List<String> names(Subject bank) {
        List<String> names = new ArrayList<>(bank.aliases());
        names.add(bank.code());
        names.add(bank.name());
        names.add(bank.label());
        return names;
    }

    /** All telling numbers of a bank as pages print them: figures, measures, money. */
    private Set<String> figures(Subject bank) {
        Set<String> all = new HashSet<>();
        for (Map<String, Figure> column : report().quarter().facts().figures().values()) {
            Optional.ofNullable(column.get(bank.code())).ifPresent(figure -> add(figure.value(), all));
        }
        for (Map<String, MeasureValue> measure :
                report().assessment().measures().values()) {
            Optional.ofNullable(measure.get(bank.code()))
                    .flatMap(MeasureValue::value)
                    .ifPresent(value -> add(value, all));
        }
        rows(bank)
                .forEach(row -> Stream.of(row.current(), row.target(), row.change(), row.now())
                        .forEach(money -> add(money.wan(), all)));
        return all;
    }

    private static void add(Fraction value, Set<String> all) {
        if (value.abs().isGreater(TELLING) && !value.dividedBy(TELLING).isWhole()) {
            all.add(shown(value.abs().decimal().orElseThrow()));
        }
    }

    /** The best values, which pages may show. */
    private Set<String> compared() {
        Set<String> all = new HashSet<>();
        report().assessment()
                .measures()
                .values()
                .forEach(measure -> measure.values().stream()
                        .flatMap(value -> value.value().stream())
                        .max(Fraction::compareTo)
                        .ifPresent(value -> add(value, all)));
        return all;
    }

    private static Set<String> printed(String page) {
        Set<String> numbers = new HashSet<>();
        Matcher number = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?").matcher(page);
        while (number.find()) {
            numbers.add(shown(new BigDecimal(number.group().replace(",", ""))));
        }
        return numbers;
    }

    private static String shown(BigDecimal value) {
        return new DecimalFormat("0.########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    private static String text(Answer answer) {
        List<String> lines = new ArrayList<>();
        for (Answer.Section section : answer.sections()) {
            for (Piece piece : section.pieces()) {
                if (piece instanceof Piece.Line line) {
                    lines.add(line.text());
                } else if (piece instanceof Piece.Entry entry) {
                    lines.addAll(entry.lines());
                } else if (piece instanceof Piece.Table table) {
                    lines.addAll(table.head());
                    table.rows().forEach(lines::addAll);
                }
            }
        }
        return String.join("\n", lines);
    }

    private String page(Answer answer) throws Exception {
        Path file = folder.resolve("page.docx");
        AnswerLetter.write(
                answer,
                report().run().code(),
                new AnswerLetter.Sender("上饶市财政局", Optional.empty(), Optional.empty(), ZonedDateTime.now(Program.CLOCK)),
                words,
                file);
        try (InputStream in = Files.newInputStream(file);
                XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(in))) {
            return extractor.getText();
        }
    }
}
