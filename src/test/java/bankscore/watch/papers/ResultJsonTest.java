package bankscore.watch.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.load.schema.EditorSchema;
import bankscore.paper.json.CodedResult;
import bankscore.paper.json.Json;
import bankscore.watch.ShangraoWatch;
import bankscore.watch.WatchedCity;
import bankscore.watch.judge.Past;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResultJsonTest {

    private static JsonNode result() {
        return Json.read(
                ResultJson.of(ShangraoWatch.report(), WatchedCity.words()).bytes());
    }

    @Test
    void the_result_has_the_head_of_every_result_and_what_is_watched() {
        List<String> keys = new ArrayList<>(result().propertyNames());

        assertThat(keys)
                .containsExactly(
                        "period",
                        "jurisdiction",
                        "status",
                        "revision",
                        "code",
                        "rule",
                        "scheme",
                        "benchmarks",
                        "subjects",
                        "targets",
                        "index",
                        "published",
                        "findings");
        assertThat(result().path("status").asString()).isEqualTo("notice");
        assertThat(new ArrayList<>(result().path("subjects").propertyNames()))
                .containsExactly("banks", "insurers", "counties");
        assertThat(Json.canonical(result().path("benchmarks")))
                .isEqualTo("{\"city_ldr\":{\"source\":\"published\",\"value\":\"77.97\"},"
                        + "\"province_loan_growth\":{\"source\":\"published\",\"value\":\"11.2\"}}");
    }

    /** By hand: 7297 ÷ 10000 = 72.97 %, 77.97 − 72.97 = 5.00; (7297 − 6500) ÷ 6500 = 12.26 %; 520 ÷ 500 − 1 = 4 %. */
    @Test
    void a_county_that_is_five_points_below_is_hit_by_that_watch_alone() {
        assertThat(Json.canonical(result().path("subjects").path("counties").get(0)))
                .isEqualTo("{\"code\":\"361127\",\"degree\":\"提请加强组织领导\",\"exempt\":null,"
                        + "\"grades\":{\"credit_slow\":0,\"ldr_far\":1,\"premium_negative\":0},"
                        + "\"hits\":[{\"benchmark\":\"77.97\",\"gap\":\"5.00\",\"grade\":1,\"id\":\"ldr_far\",\"running\":3,\"value\":\"72.97\"}],"
                        + "\"measures\":{\"ldr\":\"72.97\",\"loan_growth\":\"12.26\",\"premium_growth\":\"4.00\"},"
                        + "\"name\":\"余干县\","
                        + "\"previousRanks\":{\"ldr\":2,\"loan_growth\":null,\"premium_growth\":null},"
                        + "\"ranks\":{\"ldr\":2,\"loan_growth\":2,\"premium_growth\":2}}");
    }

    /** By hand: 51500 − 50000 = 1500 of 4000: 2500 behind. A row of four is not full at two, but counts on. */
    @Test
    void a_watch_that_is_met_and_not_long_enough_is_no_hit_and_keeps_its_grade() {
        assertThat(Json.canonical(result().path("subjects").path("banks").get(1)))
                .isEqualTo("{\"code\":\"B002\",\"degree\":\"现场督导检查\",\"exempt\":null,"
                        + "\"grades\":{\"credit_behind\":1,\"growth_low\":1},"
                        + "\"hits\":[{\"benchmark\":\"4000\",\"gap\":\"2500.00\",\"grade\":1,\"id\":\"credit_behind\",\"running\":4,\"value\":\"1500.00\"}],"
                        + "\"measures\":{\"increment\":\"1500.00\",\"loan_growth\":\"3.00\"},"
                        + "\"name\":\"乙银行上饶分行\","
                        + "\"previousRanks\":{\"increment\":null,\"loan_growth\":1},"
                        + "\"ranks\":{\"increment\":2,\"loan_growth\":3}}");
    }

    /** By hand: 60 ÷ 100 − 1 = −40 %. */
    @Test
    void who_is_exempt_is_listed_with_the_reason_and_without_rank() {
        assertThat(Json.canonical(result().path("subjects").path("insurers").get(2)))
                .isEqualTo("{\"code\":\"I03\",\"degree\":null,\"exempt\":\"开业日期为2022年5月6日，不足规定月数\","
                        + "\"grades\":{\"premium_falling\":null},\"hits\":[],\"measures\":{\"premium_growth\":\"-40.00\"},"
                        + "\"name\":\"大地财险上饶中心支公司\",\"previousRanks\":{\"premium_growth\":null},"
                        + "\"ranks\":{\"premium_growth\":null}}");
    }

    /** By hand: 330 + 170 × 365 ÷ 730 = 415.00; 85.12 ÷ 170 = 0.500705882352941…; 88 ÷ 93 = 0.946236559139784…. */
    @Test
    void a_target_says_how_far_it_is() {
        assertThat(Json.canonical(result().path("targets")))
                .isEqualTo(
                        "[{\"id\":\"coverage\",\"passed\":false,\"path\":null,\"share\":\"0.946236559139785\",\"state\":\"落后\","
                                + "\"target\":\"93\",\"value\":\"88\"},"
                                + "{\"id\":\"funds\",\"passed\":false,\"path\":\"415.00\",\"share\":\"0.500705882352941\",\"state\":\"达到序时进度\","
                                + "\"target\":\"500\",\"value\":\"415.12\"},"
                                + "{\"id\":\"agencies\",\"passed\":false,\"path\":null,\"share\":null,\"state\":\"未报送\","
                                + "\"target\":\"20\",\"value\":null}]");
        assertThat(Json.canonical(result().path("index")))
                .isEqualTo("[{\"id\":\"tech_insurance\",\"value\":\"165.00\"}]");
    }

    @Test
    void a_later_period_reads_back_what_it_counts_on_from() {
        Past.Published read = ResultJson.published(
                ResultJson.of(ShangraoWatch.report(), WatchedCity.words()).bytes());

        assertThat(Objects.requireNonNull(read.subjects().get("banks")).get("B002"))
                .isEqualTo(new Past.Then(
                        false, Map.of("credit_behind", 1, "growth_low", 1), Map.of("loan_growth", 3, "increment", 2)));
        assertThat(Objects.requireNonNull(read.subjects().get("insurers")).get("I03"))
                .isEqualTo(new Past.Then(true, Map.of(), Map.of()));
        assertThat(read.indices()).isEqualTo(Map.of("tech_insurance", Fraction.of(165)));
        assertThat(read.items())
                .isEqualTo(Map.of(
                        "全省贷款增速", Fraction.of("11.2"),
                        "全市存贷比", Fraction.of("77.97"),
                        "金惠保投保覆盖率", Fraction.of(88),
                        "险资在饶余额", Fraction.of("415.12"),
                        "投保企业数", Fraction.of(200),
                        "科技保险保费", Fraction.of(3000)));
    }

    @Test
    void a_notice_is_of_the_form_that_programs_are_told_and_a_spoilt_one_is_not() {
        EditorSchema schema = EditorSchema.of("result-watch");
        String result = result().toString();

        assertThat(schema.problems(result)).isEmpty();
        for (List<String> spoilt : List.of(
                List.of("\"status\":\"notice\"", "\"status\":\"annual\""),
                List.of("\"state\":\"落后\"", "\"state\":\"迟\""),
                List.of("\"running\":4", "\"running\":0"),
                List.of("\"gap\":\"2500.00\"", "\"gap\":2500"),
                List.of("\"previousRanks\"", "\"ranksBefore\""),
                List.of("\"share\":\"0.946236559139785\"", "\"share\":\"0.95\""))) {
            assertThat(result).contains(spoilt.get(0));
            assertThat(schema.problems(result.replace(spoilt.get(0), spoilt.get(1))))
                    .as(spoilt.get(1))
                    .isNotEmpty();
        }
    }

    @Test
    void the_same_judgement_gives_the_same_bytes_and_another_one_another_code() {
        CodedResult one = ResultJson.of(ShangraoWatch.report(), WatchedCity.words());

        assertThat(ResultJson.of(ShangraoWatch.report(), WatchedCity.words()).bytes())
                .isEqualTo(one.bytes());
        assertThat(ResultJson.of(ShangraoWatch.reportWithoutDegrees(), WatchedCity.words())
                        .code())
                .isNotEqualTo(one.code());
    }
}
