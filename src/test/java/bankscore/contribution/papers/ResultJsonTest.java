package bankscore.contribution.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.PaperFixture;
import bankscore.contribution.judge.Report;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.rule.Mark;
import bankscore.sheet.Place;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

    /**
     * A case worked by hand. Tax 600 gives 5 points, 2999.999 gives 10: shares 1/3 and 2/3, printed 33.33 and 66.67.
     * Loans 90 and 60, deposits 100 and 80, together 150 of 180: 83.333… → 83.33. Pool 1000, lot 1: quotas 333.33 and
     * 666.67, the lot left over goes to the larger remainder: 333 and 667. The first bank holds 900, of which 700 mature
     * on 31 March: of its 567 less 200 move now, 367 then; 1000 - 900 = 100 is new money.
     */
    private static final String BY_HAND = """
            {
              "period": "2022Q4",
              "jurisdiction": "上饶市",
              "status": "annual",
              "revision": 1,
              "code": "%s",
              "rule": "shangrao",
              "scheme": "two",
              "benchmarks": {
                "city_ldr": {
                  "value": "83.33",
                  "source": "computed"
                }
              },
              "banks": [
                {
                  "code": "A",
                  "name": "甲\\"银行",
                  "rank": 2,
                  "total": "5.00",
                  "share": "0.333333333333333",
                  "sharePercent": "33.33",
                  "measures": {
                    "tax_paid": "600",
                    "third": "200",
                    "ldr": "90.00"
                  },
                  "items": [
                    {
                      "id": "tax",
                      "points": "5.00",
                      "explanation": "上缴税收 600.00万元；分档 [500, 1000) → 5分；保留2位小数四舍五入，得5.00分。",
                      "clause": "三(一)2",
                      "mark": "text"
                    }
                  ]
                },
                {
                  "code": "B",
                  "name": "乙银行",
                  "rank": 1,
                  "total": "10.00",
                  "share": "0.666666666666667",
                  "sharePercent": "66.67",
                  "measures": {
                    "tax_paid": "2999.9995",
                    "third": "999.999833333333",
                    "ldr": "75.00"
                  },
                  "items": [
                    {
                      "id": "tax",
                      "points": "10.00",
                      "explanation": "上缴税收 2,999.9995万元；分档 [1000, 3000) → 10分；保留2位小数四舍五入，得10.00分。",
                      "clause": "三(一)2",
                      "mark": "text"
                    }
                  ]
                }
              ],
              "excluded": [
                {
                  "code": "C",
                  "name": "丙银行",
                  "reason": "名录中注明不参加考核"
                }
              ],
              "allocation": {
                "unit": "万元",
                "indicative": false,
                "funds": [
                  {
                    "fund": "社会保险基金",
                    "pool": "1000.00",
                    "unplaced": "0.00",
                    "outside": [
                      {
                        "code": "C",
                        "current": "0.000001"
                      }
                    ],
                    "rows": [
                      {
                        "code": "A",
                        "current": "900.00",
                        "target": "333.00",
                        "change": "-567.00",
                        "now": "-200.00",
                        "atMaturity": "-367.00",
                        "note": ""
                      },
                      {
                        "code": "B",
                        "current": "0.00",
                        "target": "667.00",
                        "change": "667.00",
                        "now": "300.00",
                        "atMaturity": "367.00",
                        "note": ""
                      }
                    ],
                    "transfers": [
                      {
                        "from": "*",
                        "to": "B",
                        "amount": "100.00",
                        "when": "now",
                        "date": null
                      },
                      {
                        "from": "A",
                        "to": "B",
                        "amount": "200.00",
                        "when": "now",
                        "date": null
                      },
                      {
                        "from": "A",
                        "to": "B",
                        "amount": "367.00",
                        "when": "at_maturity",
                        "date": "2023-03-31"
                      }
                    ]
                  }
                ]
              },
              "findings": [
                {
                  "code": "W301",
                  "level": "核实",
                  "file": "税务/税收.xlsx",
                  "sheet": "税收",
                  "cell": "C4",
                  "bank": "信江银行股份有限公司上饶分行",
                  "column": "上缴税收",
                  "found": "本行上缴税收恰为10000万元。",
                  "expected": "分档界限按下限包含计。",
                  "action": "请核对该数，无误则不必修改。",
                  "message": "恰在分档界限上。本行上缴税收恰为10000万元。分档界限按下限包含计。请核对该数，无误则不必修改。",
                  "reason": "已与税务局核对无误"
                }
              ]
            }
            """;

    @Test
    void a_small_case_is_printed_as_worked_by_hand() {
        Report report = two();
        assertThat(text(report))
                .isEqualTo(BY_HAND.formatted(
                        ResultJson.of(report, PaperFixture.words()).code()));
    }

    /** The canonical form is made here from the printed one by other means: keys sorted by hand for a case without banks. */
    @Test
    void the_code_is_the_digest_of_result_configuration_and_inputs() throws Exception {
        Report two = two();
        Scheme scheme = PaperFixture.scheme("none", "试", List.of(), List.of(), Map.of());
        Quarter empty = new Quarter(
                new FactTable(new Period(2022, 3), new Register(List.of()), Set.of(), Map.of(), Map.of(), Map.of()),
                List.of(),
                List.of(),
                List.of());
        Report none = PaperFixture.report(scheme, empty, List.of());
        String lines = "{\"allocation\":null,\"banks\":[],\"benchmarks\":{},\"excluded\":[],\"findings\":[],"
                + "\"jurisdiction\":\"上饶市\",\"period\":\"2022Q3\",\"revision\":1,\"rule\":\"shangrao\","
                + "\"scheme\":\"none\",\"status\":\"interim\"}\n"
                + "c".repeat(64)
                + "\n人行/存贷款.xlsx " + "a".repeat(64)
                + "\n税务/税收.xlsx " + "b".repeat(64);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        StringBuilder code = new StringBuilder();
        for (char each : "%16s"
                .formatted(new BigInteger(1, Arrays.copyOf(digest, 10)).toString(32))
                .replace(' ', '0')
                .toCharArray()) {
            code.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(Character.digit(each, 32)));
        }
        assertThat(ResultJson.of(none, PaperFixture.words()).code().replace("-", ""))
                .isEqualTo(code.toString());
        assertThat(ResultJson.of(two, PaperFixture.words()).code())
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    }

    @Test
    void the_same_report_gives_the_same_bytes_and_no_time_or_machine() {
        String once = text(PaperFixture.annual());
        assertThat(text(PaperFixture.annual())).isEqualTo(once);
        assertThat(once).doesNotContain("PC-07", "张三", "run-1", "09:30", "2023-01-18");
    }

    @Test
    void without_pools_and_holdings_there_is_no_allocation() {
        Report report = PaperFixture.report(PaperFixture.quarter(new Period(2022, 3), List.of(), false));
        assertThat(text(report)).contains("\"status\": \"interim\"", "\"allocation\": null");
    }

    @Test
    void a_measure_that_does_not_exist_is_null_and_every_note_has_its_word() {
        assertThat(text(PaperFixture.annual()))
                .contains("\"industrial_growth\": null", "\"satisfaction\": null")
                .contains("\"note\": \"提前支取\"", "\"note\": \"暂停新增\"", "\"note\": \"收回\"")
                .contains("\"value\": \"78.25\",\n      \"source\": \"published\"");
    }

    private static String text(Report report) {
        return new String(ResultJson.of(report, PaperFixture.words()).bytes(), StandardCharsets.UTF_8);
    }

    private static Report two() {
        Scheme scheme = PaperFixture.scheme(
                "two",
                "试",
                List.of(
                        PaperFixture.measure("tax_paid", "上缴税收", "万元", "tax", -1),
                        PaperFixture.measure("third", "三分之一", "万元", "tax / 3", -1),
                        PaperFixture.measure("ldr", "存贷比", "%", "loans / deposits * 100", 2),
                        PaperFixture.benchmark(
                                "city_ldr", "", Optional.of("全市存贷比"), "sum(loans) / sum(deposits) * 100")),
                List.of(PaperFixture.item(
                        "tax", "纳税情况", Item.Kind.BONUS, "tax_paid", PaperFixture.taxBands(), Mark.TEXT)),
                Map.of());
        Money wan900 = Money.ofWan("900");
        Quarter quarter = new Quarter(
                new FactTable(
                        new Period(2022, 4),
                        new Register(List.of(
                                PaperFixture.bank("A", "甲\"银行", "", ""),
                                PaperFixture.bank("B", "乙银行", "", ""),
                                new Subject("C", "丙银行", "", List.of(), "", Optional.empty(), false))),
                        Set.of("pools", "holdings"),
                        Map.of(
                                "tax", figures("tax", "600", "2999.9995"),
                                "loans", figures("loans", "90", "60"),
                                "deposits", figures("deposits", "100", "80")),
                        Map.of(),
                        Map.of()),
                List.of(
                        new Holding(
                                "社会保险基金",
                                "A",
                                wan900,
                                Money.ofWan("700"),
                                Optional.of(LocalDate.of(2023, 3, 31)),
                                Place.NONE),
                        new Holding("社会保险基金", "C", Money.ofWan("0.000001"), Money.ZERO, Optional.empty(), Place.NONE)),
                List.of(new Pool("社会保险基金", Money.ofWan("1000"), Place.NONE)),
                List.of());
        return PaperFixture.report(scheme, quarter, PaperFixture.findings().subList(0, 1));
    }

    private static Map<String, Figure> figures(String id, String first, String second) {
        return Map.of(
                "A", new Figure(id, Fraction.of(first), Place.NONE),
                "B", new Figure(id, Fraction.of(second), Place.NONE));
    }
}
