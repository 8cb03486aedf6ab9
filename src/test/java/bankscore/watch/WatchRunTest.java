package bankscore.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.finding.PrintedFinding;
import bankscore.machine.FolderCopy;
import bankscore.run.Desk;
import bankscore.run.EndedRun;
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
        // B007 was behind in the third quarter too: 35106.11 of 50000 × 3 ÷ 4 = 37500; B004 was not: 302835.47 of 300000.
        assertThat(hits(end, "banks"))
                .containsExactly(
                        "B004 credit_behind 24207.74 1 1 约谈",
                        "B007 credit_behind 4522.74 1 2 约谈",
                        "B011 credit_behind 91387.69 1 2 约谈",
                        "B012 credit_behind 19045.4 1 2 约谈");
    }

    @Test
    void who_is_new_or_counted_otherwise_is_listed_and_neither_ranked_nor_named() {
        assertThat(List.of(subject(end, "insurers", "BX21"), subject(end, "insurers", "BX19"), subject(end, "banks", "B018")))
                .extracting(
                        each -> each.path("exempt").asString(),
                        each -> each.path("hits").size(),
                        each -> each.path("ranks").propertyNames().stream()
                                .allMatch(measure -> each.path("ranks").path(measure).isNull()))
                .containsExactly(
                        tuple("开业日期为2022年4月28日，不足规定月数", 0, true),
                        tuple("备注为“口径调整”", 0, true),
                        tuple("名录中注明不参加考核", 0, true));
        // 810.5 to 1,350.8 as it is sent: -40 %.
        assertThat(subject(end, "insurers", "BX21").path("measures").path("premium_growth").asString())
                .isEqualTo("-40.00");
    }

    @Test
    void ranks_of_the_quarter_before_stand_beside_these() {
        assertThat(subject(end, "insurers", "BX06").path("previousRanks"))
                .isEqualTo(subject(beginning, "insurers", "BX06").path("ranks"));
        assertThat(subject(beginning, "insurers", "BX06").path("previousRanks").path("premium_growth").isNull())
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
}
