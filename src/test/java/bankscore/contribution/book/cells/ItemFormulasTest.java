package bankscore.contribution.book.cells;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.SampleReport;
import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method of the language as a formula: what POI computes is what the engine computed, bank by bank. */
class ItemFormulasTest {

    /** Zeros, a negative value, band ends and just below them, a tie, exact halves and a value without an end. */
    private static final List<String> VALUES =
            List.of("0", "-5", "499.99", "500", "1000", "1000", "10000", "3333.333333", "70.125", "none", "8", "0.5");

    private static final String SCHEME = """
            rule: test
            scheme: test-1
            title: 试验
            in_force: {from: 2022-01-01}
            source: {document: 试验, clauses: [一]}
            rounding: {points: 2, mode: half_up}
            totals: {floor: 0}
            shares: {decimals: 2}
            measures:
              v: {name: 值, unit: 万元, formula: tax}
              w: {name: 比, unit: "%", formula: platform_amount / deposits * 100, round: 2}
              s: {name: 余额, formula: deposits}
            benchmarks:
              city: {formula: sum(loans) / sum(deposits) * 100, over: all, round: 2}
              none: {formula: sum(tax) / (sum(deposits) - sum(deposits * 1))}
            items:
              - {id: x, name: 项, clause: 一, mark: reading, ITEM}
              - {id: a, name: 甲, clause: 一, mark: reading, kind: base, measure: v, method: {value: {min: 0, max: 0}}}
              - {id: b, name: 乙, clause: 一, mark: reading, kind: base, measure: w, method: {ratio_to_reference: {full: 5, reference: city}}}
              - {id: c, name: 丙, clause: 一, mark: reading, kind: base, measure: s, only_if: {measure: w, above: none}, method: {share_of_total: {full: 5}}}
            allocation:
              share_by: total
              lot: 1
            """;

    private final Path folder;

    ItemFormulasTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // bands: closed below and above, open below or not
                "kind: bonus, method: {bands: [{points: 0}, {from: 500, points: 5}, {from: 1000, points: 10}, {from: 10000, points: 30}]}",
                "kind: bonus, method: {closed: upper, bands: [{points: 0}, {from: 500, points: 5}, {from: 1000, points: 10}]}",
                "kind: base, method: {bands: [{from: 0, points: 1}, {from: 500, points: 5.5}, {from: 1000, points: -2}]}",
                // ratio_to_best
                "kind: base, method: {ratio_to_best: {full: 30}}",
                "kind: base, method: {ratio_to_best: {full: 30, better: lower}}",
                "kind: base, measure: w, method: {ratio_to_best: {full: 20, better: lower}}",
                "kind: base, measure: s, method: {ratio_to_best: {full: 20, better: lower}}",
                // ratio_to_reference
                "kind: base, method: {ratio_to_reference: {full: 5, reference: 1000}}",
                "kind: base, method: {ratio_to_reference: {full: 5, reference: 800, cap: 7.5}}",
                "kind: base, method: {ratio_to_reference: {full: 5, reference: mean}}",
                "kind: base, method: {ratio_to_reference: {full: 5, reference: median, cap: 100}}",
                "kind: base, method: {ratio_to_reference: {full: 5, reference: best}}",
                "kind: base, measure: w, method: {ratio_to_reference: {full: 5, reference: city}}",
                "kind: base, method: {ratio_to_reference: {full: 5, reference: none}}",
                // share_of_total
                "kind: base, method: {share_of_total: {full: 100}}",
                "kind: base, measure: w, method: {share_of_total: {full: 100}}",
                // rank
                "kind: base, method: {rank: {first: 10, step: 0.5}}",
                "kind: base, method: {rank: {first: 10, step: 3, floor: 2.5, better: lower}}",
                "kind: base, method: {rank: {table: [10, 8, 6.5, 5]}}",
                "kind: base, measure: w, method: {rank: {table: [10, 8, 6.5, 5, 4, 3], better: lower}}",
                // linear
                "kind: deduction, measure: w, method: {linear: {reference: city, per: 5, points: 1, steps: whole, min: -10, max: 0}}",
                "kind: base, measure: w, method: {linear: {reference: 10, per: 0.1, points: 0.5, steps: whole, max: 20}}",
                "kind: base, measure: w, method: {linear: {base: 15, reference: mean, per: 1, points: 1, steps: pro_rata, min: 10, max: 20}}",
                "kind: base, measure: w, method: {linear: {reference: median, per: 5, points: 1, steps: started, min: -3}}",
                "kind: base, measure: w, method: {linear: {reference: s, per: 100, points: -1, steps: pro_rata}}",
                "kind: base, method: {linear: {base: 5, reference: 0, per: 1, points: -1, steps: pro_rata, min: 0, max: 5}}",
                "kind: base, method: {linear: {base: 5, reference: none, per: 1, points: 1, steps: whole, min: 3}}",
                // min_max and value
                "kind: base, method: {min_max: {full: 20}}",
                "kind: base, measure: w, method: {min_max: {full: 20, better: lower}}",
                "kind: base, method: {value: {min: 0, max: 100}}",
                "kind: deduction, method: {value: {}}",
                "kind: base, method: {value: {min: 1}}",
                // gates
                "kind: base, only_if: {measure: w, at_least: 10}, method: {value: {}}",
                "kind: base, only_if: {measure: w, above: city, else: 1.25}, method: {rank: {first: 10, step: 1}}",
                "kind: base, only_if: {measure: v, at_most: 1000, else: -1}, method: {ratio_to_best: {full: 30}}",
                "kind: base, only_if: {measure: v, below: 1000}, method: {share_of_total: {full: 10}}",
                "kind: base, only_if: {measure: v, above: none, else: 2}, method: {value: {}}",
                "kind: base, only_if: {all: [{measure: w, at_least: 10}, {measure: v, below: 1000}], else: 1}, method: {value: {}}",
                "kind: base, only_if: {any: [{measure: w, at_least: 10}, {measure: v, above: none}], else: 1}, method: {value: {}}",
                "kind: base, only_if: {not: {measure: v, above: none}, else: 1}, method: {value: {}}",
                "kind: base, only_if: {any: [{all: [{measure: w, below: 10}, {text: 机构类型, one_of: [国有]}]}, {not: {measure: v, at_most: w}}], else: 1}, method: {value: {}}",
                "kind: base, only_if: {measure: deposits, above: loans, else: 1}, method: {value: {}}",
                // weight, deduction cap, peers, kinds
                "kind: base, weight: 85%, method: {min_max: {full: 20}}",
                "kind: deduction, weight: 12.5%, method: {linear: {reference: 600, per: 7, points: 1, steps: pro_rata}}",
                "kind: base, peers: 机构类型, method: {ratio_to_best: {full: 30}}",
                "kind: base, peers: 机构类型, measure: w, method: {rank: {first: 10, step: 1.5}}",
                "kind: base, peers: 机构类型, method: {ratio_to_reference: {full: 5, reference: mean}}",
                "kind: base, peers: 机构类型, measure: w, method: {min_max: {full: 10}}",
                "kind: base, applies_to: [国有], method: {ratio_to_best: {full: 30}}",
            })
    void aMethodsFormulaGivesTheEnginesPoints(String item) throws IOException, ConfigException {
        checkFormulas(item);
    }

    @ParameterizedTest
    @MethodSource("bankscore.contribution.method.MethodTable#words")
    void everyWordOfTheLanguageHasItsSentencesAndItsFormula(String method) throws IOException, ConfigException {
        checkFormulas("kind: base, method: " + method);
    }

    private void checkFormulas(String item) throws IOException, ConfigException {
        Report report = quarter().report(List.of(), scheme(item));
        Path file = folder.resolve("book.xlsx");
        assertThat(ScoreWorkbook.write(report, "通用", SampleReport.words(), file))
                .isEmpty();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            XSSFSheet scores = book.getSheet("得分汇总");
            List<ScoreCard> cards = report.assessment().ranked();
            for (int i = 0; i < cards.size(); i++) {
                Cell cell = scores.getRow(4 + i).getCell(2);
                Fraction points = cards.get(i).line("x").points();
                String bank = cards.get(i).bank().code();
                if (cards.get(i).line("x").item().appliesTo(cards.get(i).bank().kind())) {
                    assertThat(cell.getCellType()).as(bank).isEqualTo(CellType.FORMULA);
                    assertThat(evaluator.evaluate(cell).getNumberValue())
                            .as(bank + " " + cell.getCellFormula())
                            .isEqualTo(Double.parseDouble(points.toString()));
                } else {
                    assertThat(cell.getCellComment()).as(bank).isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // half to even and cut, of points and of measures: 70.125 and 0.5 lie between two neighbours
                "half_even | kind: base, method: {value: {}} | formula: tax",
                "half_even | kind: base, method: {value: {}} | formula: tax / 10, round: 1",
                "half_even | kind: base, weight: 50%, method: {linear: {reference: 0, per: 1, points: -1, steps: pro_rata}} | formula: tax",
                "down | kind: base, method: {value: {}} | formula: tax / 3",
                "down | kind: base, method: {value: {}} | formula: tax / 7, round: 2",
                // of records: an empty number counts as its word's value, or not at all
                "half_up | kind: base, method: {value: {}} | formula: survey.rating, of: count",
                "half_up | kind: base, method: {value: {}} | formula: survey.rating, of: sum",
                "half_up | kind: base, method: {value: {}} | formula: survey.rating, of: mean, round: 2",
                "half_up | kind: base, method: {value: {}} | formula: survey.rating, of: max",
                "half_up | kind: base, method: {value: {}} | formula: service.points, of: count, when_empty: cost",
                "half_up | kind: base, method: {value: {}} | formula: service.points, of: max, when_empty: cost",
                "half_even | kind: base, method: {value: {}} | formula: service.points, of: mean, when_empty: cost, round: 2",
                // statistics inside a measure and of a measure
                "half_up | kind: base, method: {value: {}} | formula: loans / sum(loans) * 100",
                "half_up | kind: base, method: {value: {}} | formula: tax - median(tax), over: all",
                "half_up | kind: base, method: {value: {}} | formula: w - mean(w)",
                "half_up | kind: base, method: {value: {}} | formula: (tax + 1) / max(tax) * count(tax)",
            })
    void aRoundingOrAStatisticHasItsFormula(String line) throws IOException, ConfigException {
        String[] parts = line.split(" \\| ", -1);
        String text = SCHEME.replace("mode: half_up", "mode: " + parts[0])
                .replace("ITEM", "measure: m, " + parts[1])
                .replace("benchmarks:", "  m: {name: 试, " + parts[2] + "}\nbenchmarks:")
                .replace(
                        "measures:",
                        line.contains("when_empty")
                                ? "values:\n  cost: {资金拨付: 0.5, mark: assumed}\nmeasures:"
                                : "measures:");
        Report report = quarter().report(List.of(), load(text));
        Path file = folder.resolve("book.xlsx");
        assertThat(ScoreWorkbook.write(report, "通用", SampleReport.words(), file))
                .isEmpty();
        try (XSSFWorkbook written = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFSheet measures = written.getSheet("指标测算");
            int formulas = 0;
            for (int i = 0; i < VALUES.size(); i++) {
                Cell cell = measures.getRow(3 + i).getCell(6);
                if (cell.getCellType() == CellType.FORMULA) {
                    formulas++;
                } else {
                    assertThat(cell.getCellComment())
                            .as("why there is no formula")
                            .isNotNull();
                }
            }
            // One bank of the twelve has no tax, one no records.
            assertThat(formulas).isGreaterThanOrEqualTo(VALUES.size() - 1);
        }
    }

    private static SampleReport.QuarterBuilder quarter() {
        SampleReport.QuarterBuilder quarter = new SampleReport.QuarterBuilder(new Period(2022, 4));
        String[] kinds = {"国有", "股份", "村镇"};
        for (int i = 0; i < VALUES.size(); i++) {
            String code = "B" + (101 + i);
            quarter.bank(code, kinds[i % 3]);
            quarter.set("loans", code, String.valueOf(300 + 17 * i));
            quarter.set("deposits", code, i == 4 ? "0" : String.valueOf(1000 + 25 * i));
            quarter.set("platform_amount", code, i == 2 ? "-3" : String.valueOf(100 + (i * 37) % 5 * 50));
            if (i > 0) {
                quarter.records("survey.rating", code, "", 4 + i, 0, String.valueOf(3 * i), "5", "0.5");
                quarter.records("service.points", code, "资金拨付", 3, i % 3, "1.5", i % 2 == 0 ? "0.25" : "1.25", "0.125");
                quarter.records("service.points", code, "其他", 2, 1, "0.75", "0.75", "0.75");
            }
            if (!VALUES.get(i).equals("none")) {
                quarter.set("tax", code, VALUES.get(i));
            }
        }
        return quarter;
    }

    private Scheme scheme(String item) throws IOException, ConfigException {
        boolean other = item.matches("kind: \\w+,( peers: 机构类型,)? measure: .*");
        return load(SCHEME.replace("ITEM", other ? item : "measure: v, " + item));
    }

    private Scheme load(String text) throws IOException, ConfigException {
        Path file = folder.resolve("test-1.yaml");
        Files.writeString(file, text);
        return SchemeLoader.load(YamlFile.read(file, "test-1.yaml"), DatasetLoader.loadAll(Path.of("config/datasets")));
    }
}
