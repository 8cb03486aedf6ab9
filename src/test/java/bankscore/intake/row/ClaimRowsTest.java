package bankscore.intake.row;

import static bankscore.intake.Sheets.brief;
import static bankscore.intake.Sheets.number;
import static bankscore.intake.Sheets.row;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.intake.SheetHeader;
import bankscore.intake.Sheets;
import bankscore.sheet.SheetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of claims: what they say, whom they name, and what is wrong with them. */
class ClaimRowsTest {

    private static final String HEADINGS = "企业名称|统一社会信用代码|险种|保单号|应缴保费|实缴保费|发票日期|发票金额|保险起期|保险止期|账号|所在区";

    /** The first of 18 signs weighs 1, so that the check character of 1 and 16 zeros stands for 31 − 1 = 30: Y. */
    private static final String FIRST = "10000000000000000Y";

    /** 31 − 2 = 29: X. */
    private static final String SECOND = "20000000000000000X";

    private static final PartyRegister ENTERPRISES = PartyRegister.of(
            "enterprises",
            new Register(List.of(
                    new Subject(FIRST, "甲制造有限公司", "甲制造", List.of(), "", Optional.empty(), true),
                    new Subject(SECOND, "乙化工有限公司", "", List.of("乙化"), "", Optional.empty(), true))),
            Optional.empty());

    private static RowIntake intake(SheetHeader header) {
        return new RowIntake(
                header,
                new RowContext(
                        new Register(List.of()),
                        true,
                        subject -> true,
                        Set.of(),
                        Map.of(),
                        new Period(2024, 4),
                        Sheets.NONE,
                        new RowContext.Bounds(Map.of(), Map.of()),
                        Map.of("enterprises", ENTERPRISES),
                        ""));
    }

    private final List<Claim> claims = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private void read(String headings, SheetRow... rows) {
        RowIntake intake = intake(Sheets.header(row(1, headings)));
        for (SheetRow each : rows) {
            RowResult result = intake.take(each);
            result.claim().ifPresent(claims::add);
            findings.addAll(result.findings());
        }
    }

    @Test
    void a_line_says_what_its_cells_say_and_money_is_in_yuan() {
        read(HEADINGS, row(2, "甲制造|" + FIRST + "|环境污染责任保险|00123|9,000.50|9000.5|2024-06-01|9000.50|||6222001|婺城区"));

        assertThat(findings).isEmpty();
        Claim claim = claims.get(0);
        assertThat(claim.dataset()).isEqualTo("premium_claims");
        assertThat(claim.row()).isEqualTo(1);
        assertThat(claim.party("enterprise")).contains(new Claim.Party(0, FIRST, "甲制造有限公司", true));
        assertThat(claim.text("policy_no")).isEqualTo("00123");
        assertThat(claim.amount("premium_due")).contains(new BigDecimal("9000.5"));
        assertThat(claim.amount("premium_paid")).contains(new BigDecimal("9000.5"));
        assertThat(claim.day("invoice_date")).contains(LocalDate.of(2024, 6, 1));
        assertThat(claim.text("account")).isEqualTo("6222001");
        assertThat(claim.text("district")).isEqualTo("婺城区");
        assertThat(claim.cells()).doesNotContainKeys("cover_start", "cover_end");
        assertThat(claim.at("policy_no").orElseThrow().a1()).isEqualTo("D2");
    }

    @Test
    void money_is_converted_to_yuan_exactly_by_the_heading() {
        // 1.23456789 万元 = 12,345.6789 元.
        read("企业名称|险种|保单号|实缴保费（万元）", row(2, false, "甲制造", "某险", "P1", number("1.23456789")));

        assertThat(claims.get(0).amount("premium_paid")).contains(new BigDecimal("12345.6789"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "甲制造有限公司;;10000000000000000Y 甲制造有限公司 true",
                "乙化;;20000000000000000X 乙化工有限公司 true",
                "10000000000000000Y;;10000000000000000Y 甲制造有限公司 true",
                "甲制造厂;10000000000000000Y;10000000000000000Y 甲制造有限公司 true",
                "甲制造厂;10000000000000000y;10000000000000000Y 甲制造有限公司 true",
                "甲制造厂;30000000000000000W;30000000000000000W 甲制造厂 false",
                "甲制造厂（普通合伙）;;甲制造厂(普通合伙) 甲制造厂（普通合伙） false",
            })
    void a_party_is_known_by_name_or_code_or_goes_by_its_own_text(String name, String code, String expected) {
        read("企业名称|统一社会信用代码|险种|保单号|实缴保费", row(2, name + "|" + (code == null ? "" : code) + "|某险|P1|100"));

        assertThat(findings).isEmpty();
        Claim.Party party = claims.get(0).party("enterprise").orElseThrow();
        assertThat(party.key() + " " + party.name() + " " + party.known()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // The name is one firm's, the code another one's, or nobody's in the register.
                "甲制造|20000000000000000X|某险|P1|1|1;E223 A2 code=20000000000000000X expected=10000000000000000Y other=乙化工有限公司",
                "甲制造|30000000000000000W|某险|P1|1|1;E223 A2 code=30000000000000000W expected=10000000000000000Y other=（无）",
                "丙厂|10000000000000000X|某险|P1|1|1;E221 B2",
                "丙厂|1000000000000000Y|某险|P1|1|1;E221 B2",
                "丙厂||某险|1.23457E+17|1|1;E220 D2",
                "丙厂||某险|P1|1|1|2024-06-01|1|||6.22E+15;E220 K2",
                "丙厂||某险|P1|100|120;W224 F2 limit=100 other=应缴保费 variant=more",
                "丙厂||某险|P1|200|120|2024-06-01|110;W224 H2 limit=120 other=实缴保费 variant=less",
                "丙厂||某险|P1|100|-100|2024-06-01|-100;W224 F2 limit=100 other=应缴保费 variant=sign",
                "丙厂||某险|P1|1|1|2024-06-01|1|2024-06-01|2024-05-31;W224 J2 limit=2024-06-01 other=保险起期 variant=day",
                "=丙厂||某险|P1|1|1;E213 A2",
                "||某险|P1|1|1;E206 A2 variant=other",
                "丙厂||某险|P1|一百|1;E201 E2",
                // A refund: negative figures that no other figure bounds.
                "丙厂||某险|P1|0|-120|2024-06-01|-120;",
            })
    void what_is_wrong_is_told_at_its_cell(String cells, String expected) {
        read(HEADINGS, row(2, cells));

        assertThat(brief(findings)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void a_number_that_was_kept_as_an_amount_of_more_than_15_digits_is_cut() {
        read(
                "企业名称|险种|保单号|实缴保费",
                row(2, false, "丙厂", "某险", number("123456789012345"), number("1")),
                row(3, false, "丙厂", "某险", number("123456789012345000"), number("1")));

        assertThat(brief(findings)).containsExactly("E220 C3");
        assertThat(claims.get(0).text("policy_no")).isEqualTo("123456789012345");
    }

    @Test
    void negative_figures_are_errors_where_nothing_is_refunded() {
        read("企业名称|合同号|贷款本金|放款日|还款日", row(2, "丙厂|H1|-5|2024-06-01|2024-05-31"));

        assertThat(brief(findings)).containsExactly("E207 C2", "E222 E2 limit=2024-06-01 other=放款日 variant=day");
    }

    @Test
    void lines_that_are_no_data_are_told_from_claims() {
        read(
                "序号|企业名称|险种|保单号|实缴保费",
                row(2, "|甲|1|2|3"),
                row(3, "1|丙厂|最低收购价保险|P1|100"),
                row(4, "序号|企业名称|险种|保单号|实缴保费"),
                row(5, "小计||||100"),
                row(6, "2|丁厂||P2|"),
                row(7, "合计||||100"),
                row(8, "备注：以上均已核对"),
                row(9, "|本表一式两份"));

        assertThat(brief(findings)).containsExactly("N102 A4", "N102 B9");
        assertThat(claims.stream().map(Claim::row)).containsExactly(2, 5);
        assertThat(claims.get(0).text("insurance_kind")).isEqualTo("最低收购价保险");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // 367 × 4.5 % = 16.515 a mu, printed as 16.52.
                "1|367|4.5%|16.52;",
                // 1,000 mu of 11.8 at 5.5 %: 0.649 each, printed 0.65 a mu.
                "1000|11.8|5.5%|650;W224 G2 limit=649 other=承保数量×单位保额×费率 variant=product",
                // 0.65 for one mu is a thousandth away from what it is, and more.
                "1|11.8|5.5%|0.65;W224 G2 limit=0.649 other=承保数量×单位保额×费率 variant=product",
            })
    void a_premium_is_the_product_of_what_it_comes_from(String cells, String expected) {
        read("县区|保险机构|险种|承保数量|单位保额|费率|总保费", row(2, "某县|某财险|水稻|" + cells));

        assertThat(brief(findings)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void sentences_say_what_is_wrong_and_how_to_mend_it() {
        read(
                HEADINGS,
                row(2, "甲制造|" + SECOND + "|某险|P1|1|1"),
                row(3, "丙厂||某险|1.23457E+17|1|1"),
                row(4, "丙厂|10000000000000000X|某险|P3|1|1"),
                row(5, "丙厂||某险|P4|100|120"));

        Words words = Sheets.words();
        assertThat(findings.stream()
                        .map(words::print)
                        .map(printed -> printed.found() + printed.expected() + printed.action()))
                .containsExactly(
                        "“甲制造”在名录中的代码是 10000000000000000Y，这一行填的却是 20000000000000000X（名录中：乙化工有限公司）。"
                                + "名称和代码应指同一家。请对照营业执照核对名称和代码，改正填错的一处。",
                        "这一格是：1.23457E+17。Excel 把长号码当成数字，只保留了前 15 位。保单号、合同号、发票号、账号、证件号码应是文本，逐位完整。"
                                + "请先把这一列的单元格格式改为“文本”，再对照原件把号码重新录入一遍。",
                        "填的是：10000000000000000X，位数或校验码不对。18 位，最后一位是按国家标准 GB 32100 算出的校验码。请对照营业执照重新录入。",
                        "填的是：120。一般不大于“应缴保费”的 100。请对照原件核对；如属实，请写明原因。");
    }
}
