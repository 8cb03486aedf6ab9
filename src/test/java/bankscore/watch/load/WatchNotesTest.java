package bankscore.watch.load;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.WordsLoader;
import bankscore.rule.Flaw;
import bankscore.watch.scheme.WatchNotes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sound and yet worth a second look, and what is not worth one: each note beside the nearest rule without it. */
class WatchNotesTest {

    private static final Words WORDS = WordsLoader.load();

    private static final String HEAD = """
            rule: test
            kind: watch
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法, clauses: [一]}
            subjects:
              banks:
                register: roster
                measures:
                  increment: {name: 新增贷款, unit: 万元, formula: loans - loans_opening}
              counties:
                register: counties
                measures:
                  growth: {name: 贷款增速, unit: "%", formula: (loans - loans_same_period) / loans_same_period * 100, round: 2, no_base: exclude}
                  ldr: {name: 存贷比, unit: "%", formula: loans / deposits * 100, round: 2, no_base: exclude}
            """;

    /** Names everybody by every measure, so that nothing is only listed. */
    private static final String NAMED = """
            watch:
              - {id: slow, of: counties, name: 偏慢, measure: growth, below: 3, clause: 一, mark: text}
              - {id: far, of: counties, name: 偏低, measure: ldr, below: 60, clause: 一, mark: text}
              - {id: behind, of: banks, name: 滞后, measure: increment, below: 0, clause: 一, mark: text}
            """;

    private static List<Dataset> datasets = List.of();

    @BeforeAll
    static void the_datasets_are_read() throws Exception {
        datasets = WatchFiles.datasets();
    }

    /** The notes of a rule, each its code, place and word; each of them has its sentence. */
    private static String notes(String rule) throws Exception {
        List<Flaw> notes = WatchNotes.of(WatchFiles.parse(rule, datasets));
        notes.forEach(note -> assertThat(WORDS.text("lint." + note.code(), "text", note.text()))
                .isNotBlank());
        return notes.stream()
                .map(note -> note.code() + " " + note.path() + " " + note.text())
                .collect(Collectors.joining("; "));
    }

    private static String changed(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @Test
    void a_rule_that_names_by_everything_that_it_measures_is_not_noted() throws Exception {
        assertThat(notes(HEAD + NAMED)).isEmpty();
    }

    @Test
    void a_group_that_nobody_is_named_of_is_noted_once_and_not_its_measures() throws Exception {
        String counties = NAMED.lines().filter(line -> !line.contains("banks")).collect(Collectors.joining("\n"));

        assertThat(notes(HEAD + counties)).isEqualTo("group_listed_only subjects.banks banks");
    }

    @Test
    void a_rule_that_watches_nothing_and_has_neither_target_nor_index_is_refused() {
        assertThat(WatchFiles.refusals(HEAD, datasets, WORDS))
                .isEqualTo("第 3 行：test\n    这个办法没有关注事项、目标或指数，什么也算不出来。请写 watch、targets 或 index。\n"
                        + "第 6 行：一\n    这一条没有落到任何指标、设置或 not_computed。请在对应处写 clause，或列入 not_computed 并说明原因。");
        for (String enough : List.of(
                NAMED,
                "targets:\n  - {id: cover, name: 覆盖率, published: 覆盖率, unit: \"%\", at_least: 93, clause: 一, mark: text}\n",
                "index:\n  - {id: tech, name: 指数, base: 2021Q4, base_value: 100, parts: [{published: 企业数, weight: 100%}],"
                        + " clause: 一, mark: text}\n")) {
            assertThat(WatchFiles.refusals(HEAD + enough, datasets, WORDS)).isEmpty();
        }
    }

    /** Besides by a watch of its own a measure is used as a bound, in a condition, in another measure, in a benchmark. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            by nothing                   | below: 3                              | ``
            as a bound                   | below: ldr                            | used
            in a condition               | below: 3, unless: {measure: ldr, above: 70} | used
            as a bound of a condition    | below: 3, unless: {measure: loans, above: ldr} | used
            in a benchmark               | below: middle                         | used
            in a benchmark of others     | below: lent                           | ``
            """)
    void a_measure_that_is_only_listed_is_noted(String how, String bound, String used) throws Exception {
        String rule = HEAD + """
                benchmarks:
                  BENCHMARK
                watch:
                  - {id: slow, of: counties, name: 偏慢, measure: growth, BOUND, clause: 一, mark: text}
                  - {id: behind, of: banks, name: 滞后, measure: increment, below: 0, clause: 一, mark: text}
                """.replace("BOUND", bound);
        String benchmark = bound.contains("middle")
                ? "  middle: {formula: median(counties.ldr), round: 2}\n"
                : bound.contains("lent") ? "  lent: {formula: mean(banks.increment), round: 2}\n" : "";

        assertThat(notes(
                        benchmark.isEmpty()
                                ? rule.replace("benchmarks:\n  BENCHMARK\n", "")
                                : rule.replace("  BENCHMARK\n", benchmark)))
                .as(how)
                .isEqualTo(used.isEmpty() ? "measure_listed_only subjects.counties.measures.ldr 存贷比" : "");
    }

    @Test
    void a_measure_of_which_another_is_made_is_not_only_listed() throws Exception {
        String rule = changed(HEAD, "formula: loans / deposits * 100", "formula: growth * 2 - 1");
        String watches = NAMED.lines().filter(line -> !line.contains("slow")).collect(Collectors.joining("\n"));

        assertThat(notes(rule + watches)).isEmpty();
        assertThat(notes(HEAD + watches)).isEqualTo("measure_listed_only subjects.counties.measures.growth 贷款增速");
    }

    /** The second watch says what the first says unless one thing is different. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `name: 又慢`              | `name: 又慢`                                              | true
            `below: 3`                | `below: 2`                                                | false
            `below: 3`                | `above: 3`                                                | false
            `measure: growth`         | `measure: ldr`                                            | false
            `below: 3`                | `below: 3, by: 1`                                         | false
            `below: 3`                | `below: 3, running: 2`                                    | false
            `below: 3`                | `below: 3, unless: {text: 备注, one_of: [新区]}`           | false
            """)
    void two_watches_that_say_the_same_are_noted(String from, String to, boolean twice) throws Exception {
        String again = changed(
                "{id: again, of: counties, name: 又慢, measure: growth, below: 3, clause: 一, mark: text}", from, to);

        String found = notes(HEAD + NAMED + "  - " + again + "\n");

        assertThat(found.contains("watch_twice watch.again 偏慢")).as(found).isEqualTo(twice);
        assertThat(found).doesNotContain("one_measure_counts_twice");
    }

    /** A watch of a year's due and one of the whole year are two. */
    @Test
    void what_is_due_by_now_is_not_what_is_due_by_the_end() throws Exception {
        String due = changed(NAMED, "below: 0,", "below: increment_target, progress: true,");
        String whole =
                "  - {id: whole, of: banks, name: 未完成, measure: increment, below: increment_target, clause: 一, mark: text}\n";

        assertThat(notes(HEAD + due + whole)).isEmpty();
        assertThat(notes(HEAD + due + changed(whole, "increment_target,", "increment_target, progress: true,")))
                .isEqualTo("watch_twice watch.whole 滞后");
    }

    /** Two watches of one measure are one fact, which a degree that counts hits would count twice. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hits: 2  | growth, below: 2  | one_measure_counts_twice watch.again 偏慢
            hits: 1  | growth, below: 2  | ``
            hits: 2  | growth, above: 9  | best_above watch.again growth
            hits: 2  | ldr, below: 2     | one_measure_counts_twice watch.again 偏低
            """)
    void what_counts_one_fact_twice_is_noted(String when, String again, String expected) throws Exception {
        String degrees = "degrees:\n  - {name: 甲, when: {" + when + "}, clause: 一, mark: text}\n"
                + (when.endsWith("1") ? "" : "  - {name: 乙, when: {hits: 1}, clause: 一, mark: text}\n");

        assertThat(notes(HEAD + NAMED + "  - {id: again, of: counties, name: 又一, measure: " + again
                        + ", clause: 一, mark: text}\n" + degrees))
                .isEqualTo(expected);
    }

    /** The same of two groups that have nobody in common. */
    @Test
    void watches_of_different_groups_are_not_one_fact() throws Exception {
        String rule = changed(HEAD, "increment: {name: 新增贷款", "ldr: {name: 新增贷款");
        String watches = changed(changed(NAMED, "measure: increment", "measure: ldr"), "below: 0", "below: 60");

        assertThat(notes(rule + watches)).isEmpty();
        assertThat(notes(rule + changed(watches, "of: banks", "of: [banks, counties]")))
                .isEqualTo("watch_twice watch.behind 偏低");
    }

    /** Sheets of history hold measures of subjects, and neither published figures nor other columns. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            below: 3, running: 2             | {hits: 1}                              | told
            below: growth, running: 2        | {hits: 1}                              | told
            below: deposits, running: 2      | {hits: 1}                              | ``
            below: mean, running: 2          | {hits: 1}                              | ``
            below: mean                      | {hits: 1}                              | told
            below: mean                      | {watch: far}                           | told
            below: mean                      | {watch: far, running: 1}               | told
            below: mean                      | {watch: far, running: 2}               | ``
            below: mean                      | {watch: slow, running: 2}              | told
            below: mean                      | {not: {watch: far, running: 2}}        | ``
            below: mean                      | {all: [{hits: 1}, {any: [{watch: far, running: 2}, {hits: 2}]}]} | ``
            """)
    void a_run_of_periods_that_history_cannot_tell_of_is_noted(String bound, String when, String told)
            throws Exception {
        String watches = changed(NAMED, "measure: ldr, below: 60", "measure: ldr, " + bound);
        String degrees = "degrees:\n  - {name: 甲, of: counties, when: " + when + ", clause: 一, mark: text}\n";

        assertThat(notes(HEAD + watches + degrees).contains("history_tells_nothing watch.far 偏低"))
                .isEqualTo(told.isEmpty());
    }

    /** What one of the groups of a watch cannot be told of is not told of the watch. */
    @Test
    void history_tells_of_each_group_or_not_at_all() throws Exception {
        String rule = changed(HEAD, "increment: {name: 新增贷款", "ldr: {name: 新增贷款");
        String watches = """
                watch:
                  - {id: slow, of: counties, name: 偏慢, measure: growth, below: 3, clause: 一, mark: text}
                  - {id: far, of: [banks, counties], name: 偏低, measure: ldr, below: loans, running: 2, clause: 一, mark: text}
                """;

        assertThat(notes(rule + watches)).isEqualTo("history_tells_nothing watch.far 偏低");
    }

    /** By a degree a group is offered what it cannot come to, or left without any. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {hits: 1}                  | counties          | hit_without_degree subjects.banks banks
            {hits: 1}                  | [banks, counties] | ``
            {watch: far}               | counties          | hit_without_degree subjects.banks banks; hit_without_degree subjects.counties counties
            {hits: 2}                  | [banks, counties] | hit_without_degree subjects.banks banks; degree_not_of_group degrees[0] banks; hit_without_degree subjects.counties counties
            {watch: far}               | [banks, counties] | hit_without_degree subjects.banks banks; degree_not_of_group degrees[0] banks; hit_without_degree subjects.counties counties
            {any: [{watch: far}, {watch: slow}, {watch: behind}]} | [banks, counties] | ``
            """)
    void whom_a_degree_leaves_out_is_noted(String when, String of, String expected) throws Exception {
        assertThat(notes(HEAD + NAMED + "degrees:\n  - {name: 甲, of: " + of + ", when: " + when
                        + ", clause: 一, mark: text}\n"))
                .isEqualTo(expected);
    }

    /** Two hits, and else one: a group that may have one of two hits alone comes to the second degree. */
    @Test
    void one_hit_of_two_comes_to_the_degree_behind() throws Exception {
        String degrees = """
                degrees:
                  - {name: 甲, of: counties, when: {hits: 2}, clause: 一, mark: text}
                  - {name: 乙, of: counties, when: {hits: 1}, clause: 一, mark: text}
                  - {name: 丙, of: banks, when: {hits: 1}, clause: 一, mark: text}
                """;

        assertThat(notes(HEAD + NAMED + degrees)).isEmpty();
    }

    /** Of a group that nobody is named of no degree is missed. */
    @Test
    void a_group_that_is_only_listed_needs_no_degree() throws Exception {
        String counties = NAMED.lines().filter(line -> !line.contains("banks")).collect(Collectors.joining("\n"));

        assertThat(notes(HEAD + counties + "\ndegrees:\n  - {name: 甲, when: {hits: 1}, clause: 一, mark: text}\n"))
                .isEqualTo("group_listed_only subjects.banks banks");
    }

    /** 2 to the power of 17 ways are not tried: what cannot be proved in time is neither refused nor noted. */
    @Test
    void of_very_many_watches_each_degree_is_taken_to_be_possible() throws Exception {
        String degrees = """
                degrees:
                  - {name: 甲, when: {hits: 1}, clause: 一, mark: text}
                  - {name: 乙, when: {hits: 1}, clause: 一, mark: text}
                  - {name: 丙, of: banks, when: {hits: 2}, clause: 一, mark: text}
                """;

        assertThat(WatchFiles.refusals(HEAD + NAMED + more(14) + degrees, datasets, WORDS))
                .contains("：乙\n    排在它前面的等次总是先符合")
                .contains("：丙\n");
        // Of banks there is one watch, and all of their ways are tried.
        assertThat(WatchFiles.refusals(HEAD + NAMED + more(15) + degrees, datasets, WORDS))
                .doesNotContain("乙")
                .contains("：丙\n");
    }

    private static String more(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  - {id: more" + i + ", of: counties, name: 更低" + i + ", measure: ldr, below: " + i
                        + ", clause: 一, mark: text}\n")
                .collect(Collectors.joining());
    }

    /** The day before the rule begins is over; the day on which it begins is not. */
    @ParameterizedTest
    @CsvSource({"2021-12-31, target_passed targets.cover 覆盖率", "2022-01-01, ''"})
    void a_target_whose_day_lies_before_the_rule_is_noted(String day, String expected) throws Exception {
        assertThat(notes(HEAD + NAMED
                        + "targets:\n  - {id: cover, name: 覆盖率, published: 覆盖率, unit: \"%\", at_least: 93, by: " + day
                        + ", clause: 一, mark: text}\n"))
                .isEqualTo(expected);
    }
}
