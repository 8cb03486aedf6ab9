package bankscore.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.answer.Answer;
import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.finding.PrintedFinding;
import bankscore.machine.FolderCopy;
import bankscore.run.Desk;
import bankscore.run.EndedRun;
import bankscore.run.Office;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunOutcome.Locked;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.revisions.Verification.Recomputed;
import bankscore.store.HistoryStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** The delivered rules on the sample quarters, from the offices' cells to what is published and verified. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchRunTest {

    private static final String RULE = "shangrao-watch";

    @TempDir
    static Path folder = Path.of("");

    private Optional<Desk> opened = Optional.empty();
    private List<PrintedFinding> third = List.of();
    private JsonNode beginning = NullNode.instance;
    private JsonNode end = NullNode.instance;

    /** A city that begins with the third quarter, whose history it has in a sheet of the first one alone. */
    @BeforeAll
    void two_quarters() throws Exception {
        Path input = folder.resolve("input");
        for (String quarter : List.of("2022Q3", "2022Q4", "2023Q4", "2024Q4")) {
            FolderCopy.of(Path.of("input", quarter), input.resolve(quarter));
        }
        Desk desk = new Desk(input, folder.resolve("output"));
        opened = Optional.of(desk);
        EndedRun first = desk.run("2022Q3", RULE);
        assertThat(first.end()).isEqualTo(Published.class);
        third = first.findings();
        assertThat(desk.run("2022Q4", RULE).end()).isEqualTo(Published.class);
        beginning = desk.result("2022Q3", RULE);
        end = desk.result("2022Q4", RULE);
    }

    @AfterAll
    void close() {
        opened.ifPresent(Desk::close);
    }

    private Desk desk() {
        return opened.orElseThrow();
    }

    private static JsonNode subject(JsonNode result, String group, String code) {
        for (JsonNode each : result.path("subjects").path(group)) {
            if (each.path("code").asString().equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException(code);
    }

    /** Who is named for what, how far behind, at which grade and for how many quarters. */
    private static List<String> hits(JsonNode result, String group) {
        List<String> hits = new ArrayList<>();
        for (JsonNode subject : result.path("subjects").path(group)) {
            for (JsonNode hit : subject.path("hits")) {
                hits.add(String.join(
                        " ",
                        subject.path("code").asString(),
                        hit.path("id").asString(),
                        hit.path("gap").asString(),
                        hit.path("grade").asString(),
                        hit.path("running").asString(),
                        subject.path("degree").asString()));
            }
        }
        return hits;
    }

    /** 枫屏财险's premiums have fallen for eight quarters: six of a sheet, the third one as it was published, and this one. */
    @Test
    void history_counts_where_nothing_was_published_and_what_was_published_where_it_was() {
        assertThat(hits(beginning, "insurers")).isEmpty();
        // Growth -7.31 against 0.
        assertThat(hits(end, "insurers")).containsExactly("BX06 premium_falling 7.31 1 8 约谈");
    }

    @Test
    void counties_and_banks_are_named_by_what_was_sent() {
        // 存贷比 77.97 - 65.71 and 77.97 - 70.88; 贷款增速 11.3 - 8.40 and 11.3 - 7.10; 保费 -1.76.
        assertThat(hits(end, "counties"))
                .containsExactly(
                        "361125 premium_negative 1.76 1 2 提请加强组织领导",
                        "361126 credit_slow 2.90 1 2 提请加强组织领导",
                        "361127 credit_slow 4.20 1 2 提请加强组织领导",
                        "361127 ldr_far 12.26 2 2 提请加强组织领导",
                        "361128 ldr_far 7.09 1 2 提请加强组织领导");
        // B007 was behind in the third quarter too: 35106.11 of 50000 × 3 ÷ 4 = 37500; B004 was not: 302835.47 of
        // 300000.
        assertThat(hits(end, "banks"))
                .containsExactly(
                        "B004 credit_behind 24207.74 1 1 约谈",
                        "B007 credit_behind 4522.74 1 2 约谈",
                        "B011 credit_behind 91387.69 1 2 约谈",
                        "B012 credit_behind 19045.4 1 2 约谈");
    }

    @Test
    void who_is_new_or_counted_otherwise_is_listed_and_neither_ranked_nor_named() {
        assertThat(List.of(
                        subject(end, "insurers", "BX21"),
                        subject(end, "insurers", "BX19"),
                        subject(end, "banks", "B018")))
                .extracting(
                        each -> each.path("exempt").asString(),
                        each -> each.path("hits").size(),
                        each -> each.path("ranks").propertyNames().stream()
                                .allMatch(measure ->
                                        each.path("ranks").path(measure).isNull()))
                .containsExactly(
                        tuple("开业日期为2022年4月28日，不足规定月数", 0, true),
                        tuple("备注为“口径调整”", 0, true),
                        tuple("名录中注明不参加考核", 0, true));
        // 810.5 to 1,350.8 as it is sent: -40 %.
        assertThat(subject(end, "insurers", "BX21")
                        .path("measures")
                        .path("premium_growth")
                        .asString())
                .isEqualTo("-40.00");
    }

    @Test
    void ranks_of_the_quarter_before_stand_beside_these() {
        assertThat(subject(end, "insurers", "BX06").path("previousRanks"))
                .isEqualTo(subject(beginning, "insurers", "BX06").path("ranks"));
        assertThat(subject(beginning, "insurers", "BX06")
                        .path("previousRanks")
                        .path("premium_growth")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatever_was_published_comes_out_again_and_nothing_is_new() throws Exception {
        assertThat(desk().verify("2022Q3", RULE).recomputed()).isEqualTo(Recomputed.SAME);
        assertThat(desk().verify("2022Q4", RULE).recomputed()).isEqualTo(Recomputed.SAME);
        assertThat(desk().verify("2022Q4", RULE).differences()).isEmpty();
        assertThat(desk().run("2022Q4", RULE).end()).isEqualTo(NothingNew.class);
        assertThat(third).isEmpty();
    }

    @Test
    void two_runs_at_once_publish_once() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            Callable<EndedRun> run = () -> desk().run("2023Q4", "wuhan-targets");
            List<Class<? extends RunOutcome>> ends = new ArrayList<>();
            for (Future<EndedRun> each : hands.invokeAll(List.of(run, run))) {
                ends.add(each.get().end());
            }
            assertThat(ends).contains(Published.class).isSubsetOf(Published.class, Locked.class, NothingNew.class);
        } finally {
            hands.shutdownNow();
        }
        assertThat(desk().stores("wuhan-targets").history().all())
                .filteredOn(link -> link.entry().rule().equals("wuhan-targets"))
                .allMatch(HistoryStore.Link::holds)
                .filteredOn(link -> link.entry().outcome().equals("published"))
                .hasSize(1);
    }

    @Test
    void a_paper_of_each_kind_is_published() {
        assertThat(desk().revision("2022Q4", RULE).resolve("情况通报.xlsx")).exists();
        assertThat(desk().revision("2022Q4", RULE).resolve("情况通报.docx")).exists();
        assertThat(desk().revision("2022Q4", RULE).resolve("提示函/余干县.docx")).exists();
        assertThat(Files.exists(desk().revision("2022Q4", RULE).resolve("督导函/余干县.docx")))
                .isFalse();
    }

    private Questions questions() throws Exception {
        return desk().face(RULE).questions();
    }

    private static Questions.Asked latest(int year, int quarter) {
        return new Questions.Asked(new Period(year, quarter), Optional.empty());
    }

    /** What an answer says in a section, each row or line as one text. */
    private static List<String> said(Answer answer, String heading) {
        List<String> said = new ArrayList<>();
        for (Answer.Section section : answer.sections()) {
            for (Answer.Piece piece : section.pieces()) {
                if (section.heading().equals(heading)) {
                    if (piece instanceof Answer.Piece.Line line) {
                        said.add(line.text());
                    } else if (piece instanceof Answer.Piece.Table table) {
                        table.rows().forEach(row -> said.add(String.join("|", row)));
                    } else if (piece instanceof Answer.Piece.Entry entry) {
                        said.addAll(entry.lines());
                    }
                }
            }
        }
        return said;
    }

    /**
     * (2104308.50 − 1964863.04) ÷ 1964863.04 = 7.10 %, 11.295 % of it would do: 2186794.33, as 11.30 % is published. 72.975 % of deposits of
     * 3202417.44 are 2336964.13.
     */
    @Test
    void a_county_is_told_why_since_when_what_follows_and_what_would_have_to_be_otherwise() throws Exception {
        Questions.Explained explained = questions().explain(latest(2022, 4), Optional.of("余干县"));
        assertThat(explained.latest()).isTrue();
        Answer answer = explained.all().get(0);
        assertThat(said(answer, "结论"))
                .containsExactly(
                        "本期被点名2项：信贷增速滞缓、存贷比远低于全市平均。",
                        "处理措施：提请加强组织领导（第四部分第11项，原文）。县区：点名事项达到1项的，提请加强组织领导。",
                        "以下2项都不再出现，才不被点名。");
        assertThat(said(answer, "逐项说明"))
                .contains(
                        "不被点名的条件：贷款增速须不低于11.30%（现为7.10%，相差4.20个百分点）。",
                        "其他数不变，即贷款余额不少于2,186,794.33万元（现为2,104,308.50万元，须增加82,485.83万元）。",
                        "其他数不变，即贷款余额不少于2,336,964.13万元（现为2,104,308.50万元，须增加232,655.63万元）。");
        assertThat(explained.pages().into(folder.resolve("pages")))
                .singleElement()
                .satisfies(page -> assertThat(page).exists());
        assertThatExceptionOfType(Missing.class)
                .isThrownBy(() -> questions().explain(latest(2022, 4), Optional.of("余于县")))
                .satisfies(missing -> assertThat(missing.nearest()).contains("余干县"));
    }

    /** 枫屏 is named for its eighth quarter, which began to count in an earlier one; B004 fell behind by its figures. */
    @Test
    void two_quarters_are_compared_by_cause() throws Exception {
        Office office = desk().faces().office();
        Questions.Compared compared = questions().compare(latest(2022, 3), latest(2022, 4), office);
        assertThat(said(compared.answer(), "点名和处理措施的变化"))
                .contains("保险机构|枫屏财产保险股份有限公司饶城中心支公司|未点名|保费收入长期负增长；约谈|以前各期")
                .anyMatch(row -> row.startsWith("银行|通渡银行股份有限公司饶城分行|未点名|新增信贷完成滞后；约谈|"));
        assertThat(compared.file().write()).exists();
        assertThat(said(
                        questions()
                                .compareVersions(
                                        new Period(2022, 4), "shangrao-watch-2022", "shangrao-watch-2022", office)
                                .answer(),
                        "点名和处理措施的变化"))
                .containsExactly("没有变化。");
        assertThatExceptionOfType(Missing.class)
                .isThrownBy(() -> questions().compare(latest(2021, 3), latest(2022, 4), office));
    }

    /** 74.03 is 3.94 below 77.97: named where three points suffice; and not for eight quarters where it must be nine. */
    @Test
    void another_parameter_is_tried_and_nothing_is_published() throws Exception {
        List<String> settings = List.of("watch.ldr_far.by[0]=3", "watch.premium_falling.running=9");
        Answer tried = questions()
                .simulate(new Period(2022, 4), settings, Program.caller("simulate"))
                .answer()
                .get();
        assertThat(said(tried, "改动"))
                .containsExactly("watch.ldr_far.by[0]：5 → 3", "watch.premium_falling.running：8 → 9");
        assertThat(said(tried, "点名和处理措施的变化"))
                .contains("保险机构|枫屏财产保险股份有限公司饶城中心支公司|保费收入长期负增长；约谈|未点名|规则", "县区|婺源县|未点名|存贷比远低于全市平均（第1级）；提请加强组织领导|规则");
        assertThatExceptionOfType(Questions.Refused.class)
                .isThrownBy(() -> questions()
                        .simulate(new Period(2022, 4), List.of("watch.ldr_far.nothing=3"), Program.caller("simulate")));
        assertThat(desk().run("2022Q4", RULE).end()).isEqualTo(NothingNew.class);
    }

    /** A tenth more deposits: 1394940.68 of 2072720.177 is 67.30 %, 10.67 points below 77.97: the second grade. */
    @Test
    void other_figures_are_tried() throws Exception {
        Answer tried = questions()
                .simulate(
                        new Period(2022, 4),
                        List.of("figures.婺源县.deposits=+10%", "parameters.全省存贷比=81"),
                        Program.caller("simulate"))
                .answer()
                .get();
        assertThat(said(tried, "改动"))
                .containsExactly(
                        "figures.婺源县.deposits：1884291.07 → 2072720.177（人民银行/2022年四季度县区存贷款统计表.xlsx › 分县区 › C14）",
                        "parameters.全省存贷比：80.66 → 81（人民银行/2022年四季度全省及全市主要指标.xlsx › 主要指标 › C5）");
        assertThat(said(tried, "点名和处理措施的变化")).containsExactly("县区|婺源县|未点名|存贷比远低于全市平均（第2级）；提请加强组织领导|本期数据");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            figures.婺元县.loans=1        | “figures.婺元县.loans”：本办法的名录里没有“婺元县”。是不是：361130 婺源县
            figures.婺源县.lones=1        | 这一组对象的数据里没有“lones”。可以写：
            figures.婺源县.loans=约100    | 的值“约100”不是数。
            parameters.全省增速=1         | 本办法没有用到公布的“全省增速”。可以写：
            """)
    void a_figure_that_there_is_not_is_refused(String setting, String expected) {
        assertThatExceptionOfType(Questions.Refused.class)
                .isThrownBy(
                        () -> questions().simulate(new Period(2022, 4), List.of(setting), Program.caller("simulate")))
                .withMessageContaining(expected);
    }
}
