package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Level;
import bankscore.machine.LibreOffice;
import bankscore.run.request.Deletion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form in which figures arrive changes nothing but places; a mistake at any place is named at that place. */
@Tag("attack")
class MetamorphicTest {

    /** Commas, one file a sheet; the placeholder is for the characters' code. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,%s,1,,0,false,true,false,false,false,-1";

    @TempDir
    Path folder = Path.of("");

    @Test
    void sixty_rewritten_quarters_give_the_same_result() throws Exception {
        assertThat(differences(0, 60)).isEmpty();
    }

    @Test
    @Tag("long")
    void five_hundred_rewritten_quarters_give_the_same_result() throws Exception {
        assertThat(differences(60, 560)).isEmpty();
    }

    private List<String> differences(long from, long to) throws Exception {
        List<String> differences = new ArrayList<>();
        Path clean = folder.resolve("clean");
        new SmallQuarter(new Period(2022, 4)).write(clean);
        Path input = folder.resolve("input");
        Map<?, ?> expected;
        try (Program program = new Program(clean, folder.resolve("clean-output"))) {
            expected = withoutPlaces(program.result("2022Q4"));
        }
        try (Program program = new Program(input, folder.resolve("output"))) {
            for (long seed = from; seed < to; seed++) {
                Deletion.of(input);
                new RewrittenQuarter(seed).rewrite(clean.resolve("2022Q4"), input.resolve("2022Q4"));
                try {
                    if (!withoutPlaces(program.result("2022Q4")).equals(expected)) {
                        differences.add("seed " + seed + ": another result");
                    }
                } catch (AssertionError e) {
                    differences.add("seed " + seed + ": " + e.getMessage());
                }
            }
        }
        return differences;
    }

    /** Everything but the findings, whose hidden rows and notes belong to the form, and the code, which covers them. */
    private static Map<?, ?> withoutPlaces(Map<?, ?> result) {
        Map<Object, Object> bare = new LinkedHashMap<>(result);
        bare.remove("findings");
        bare.remove("code");
        return bare;
    }

    /**
     * Where mistakes are planted.
     *
     * @param columns the letters of the columns
     * @param first the first row of data, as Excel counts
     * @param last the last
     * @param mistakes what is planted, one of them at a time
     */
    private record Field(String file, String sheet, String columns, int first, int last, List<Wrong> mistakes) {}

    /** What is planted, and the code it must give. */
    private record Wrong(Object content, String code) {}

    private static List<Wrong> figures(Wrong... more) {
        List<Wrong> all = new ArrayList<>(List.of(
                new Wrong("约三百万", "E201"),
                new Wrong("3亿", "E201"),
                new Wrong("1,23,4", "E202"),
                new Wrong("1,0000", "E202"),
                new Wrong("78.5%", "E203"),
                new Wrong(SmallQuarter.Special.PERCENT, "E203"),
                new Wrong(SmallQuarter.Special.BROKEN, "E204"),
                new Wrong(SmallQuarter.Special.UNCACHED, "E205"),
                new Wrong(1e33, "E215")));
        all.addAll(List.of(more));
        return all;
    }

    /** Every dataset and every kind of column. */
    private static List<Field> fields() {
        Wrong empty = new Wrong("", "E206");
        Wrong dash = new Wrong("—", "E206");
        Wrong negative = new Wrong(-1, "E207");
        Wrong stranger = new Wrong("某某银行", "E301");
        Wrong formula = new Wrong("@SUM", "E213");
        Wrong noDay = new Wrong("去年", "E211");
        List<Wrong> names = List.of(stranger, formula, empty, new Wrong(SmallQuarter.Special.BROKEN, "E204"));
        return List.of(
                new Field(SmallQuarter.CREDIT, "存贷款", "BCDEFGH", 4, 6, figures(empty, dash, negative)),
                new Field(SmallQuarter.CREDIT, "存贷款", "A", 4, 6, names),
                new Field(SmallQuarter.TAX, "税收", "B", 4, 6, figures(empty, dash)),
                new Field(SmallQuarter.TAX, "税收", "A", 4, 6, names),
                new Field(SmallQuarter.PLATFORM, "饶企云", "B", 2, 4, figures(empty, dash, negative)),
                new Field(SmallQuarter.PLATFORM, "饶企云", "A", 2, 4, names),
                new Field(
                        SmallQuarter.SURVEY,
                        "满意度",
                        "C",
                        2,
                        7,
                        figures(empty, dash, new Wrong(5.01, "E208"), new Wrong(-1, "E208"))),
                new Field(SmallQuarter.SURVEY, "满意度", "B", 2, 7, names),
                new Field(SmallQuarter.SURVEY, "满意度", "A", 2, 7, List.of(formula)),
                new Field(SmallQuarter.SERVICE, "服务", "D", 2, 3, figures(negative)),
                new Field(SmallQuarter.SERVICE, "服务", "A", 2, 3, List.of(noDay, empty, new Wrong(42, "E211"))),
                new Field(SmallQuarter.SERVICE, "服务", "B", 2, 3, names),
                new Field(SmallQuarter.SERVICE, "服务", "C", 2, 3, List.of(new Wrong("送错", "E209"), empty)),
                new Field(
                        SmallQuarter.FUNDS,
                        "财政存款",
                        "C",
                        2,
                        4,
                        figures(empty, negative, new Wrong(9000.0000001, "E214"))),
                new Field(SmallQuarter.FUNDS, "财政存款", "D", 2, 4, figures(negative, new Wrong(9000, "E306"))),
                new Field(SmallQuarter.FUNDS, "财政存款", "A", 2, 4, List.of(new Wrong("别的资金", "E304"), formula, empty)),
                new Field(SmallQuarter.FUNDS, "财政存款", "B", 2, 4, names),
                new Field(SmallQuarter.FUNDS, "财政存款", "E", 2, 2, List.of(noDay)),
                new Field(
                        SmallQuarter.FUNDS,
                        "资金池",
                        "B",
                        2,
                        3,
                        figures(negative, new Wrong("", "E305"), new Wrong("—", "E305"))),
                new Field(SmallQuarter.RISK, "风险", "A", 2, 2, names),
                new Field(SmallQuarter.RISK, "风险", "C", 2, 2, List.of(new Wrong("", "E212"), new Wrong("约谈", "E212"))),
                new Field(SmallQuarter.RISK, "风险", "D", 2, 2, List.of(noDay)),
                new Field(SmallQuarter.ROSTER, "银行名录", "F", 3, 6, List.of(noDay, new Wrong("2005", "E211"))),
                new Field(SmallQuarter.ROSTER, "银行名录", "G", 3, 6, List.of(new Wrong("也许", "E209"))),
                new Field(SmallQuarter.ROSTER, "银行名录", "ABC", 3, 6, List.of(formula)),
                new Field(
                        "参数.xlsx", "参数", "B", 2, 2, List.of(new Wrong("约77", "E201"), empty, new Wrong(1e33, "E215"))));
    }

    @Test
    void a_mistake_at_a_seeded_place_of_any_dataset_is_named_at_exactly_that_cell() throws Exception {
        List<String> wrong = planted(0, 75);

        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("long")
    void seven_hundred_mistakes_are_named_at_exactly_their_cells() throws Exception {
        assertThat(planted(75, 775)).isEmpty();
    }

    /** Plants one mistake per seed, all fields by turns; a bank that is now without a row follows of necessity. */
    private List<String> planted(int from, int to) throws Exception {
        Path input = folder.resolve("planted");
        List<Field> fields = fields();
        List<String> wrong = new ArrayList<>();
        try (Program program = new Program(input, folder.resolve("planted-output"))) {
            for (int seed = from; seed < to; seed++) {
                Random dice = new Random(seed * 31L + 7);
                Field field = fields.get(seed % fields.size());
                Wrong mistake =
                        field.mistakes().get(dice.nextInt(field.mistakes().size()));
                String cell = Character.toString(field.columns()
                                .charAt(dice.nextInt(field.columns().length())))
                        + (field.first() + dice.nextInt(field.last() - field.first() + 1));
                new SmallQuarter(new Period(2022, 4))
                        .rows("参数.xlsx", "参数", 1, List.of("项目", "数值"), List.of("全市存贷比", 77.15))
                        .set(field.file(), field.sheet(), cell, mistake.content())
                        .write(input);

                List<String> errors = program.check("2022Q4").findings().stream()
                        .filter(finding -> finding.level() == Level.ERROR && finding.code() != Code.E303)
                        .map(finding -> finding.code() + " " + finding.place())
                        .toList();

                String expected = mistake.code() + " " + field.file() + " › " + field.sheet() + " › " + cell;
                if (!errors.equals(List.of(expected))) {
                    wrong.add("seed " + seed + ", " + mistake.content() + ": " + errors + " instead of " + expected);
                }
            }
        }
        return wrong;
    }

    /** CSV as a Chinese Excel would write it (GB18030), and the old format. */
    @Test
    void files_written_by_libreoffice_are_read_the_same() throws Exception {
        sameFromLibreOffice(List.of("xls", CSV.formatted("85")));
    }

    /** CSV as LibreOffice writes it by itself (UTF-8). */
    @Test
    @Tag("long")
    void so_are_files_in_its_own_dialects() throws Exception {
        sameFromLibreOffice(List.of("xlsx", CSV.formatted("76")));
    }

    private void sameFromLibreOffice(List<String> formats) throws Exception {
        Path clean = folder.resolve("clean");
        new SmallQuarter(new Period(2022, 4)).write(clean);
        Map<?, ?> expected;
        try (Program program = new Program(clean, folder.resolve("clean-output"))) {
            expected = withoutPlaces(program.result("2022Q4"));
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(clean.resolve("2022Q4"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (String format : formats) {
            String name = format.replaceAll("[^a-z0-9]", "");
            Path input = folder.resolve("office-" + name);
            LibreOffice.convert(files, format, input.resolve("2022Q4"), folder);
            try (Program program = new Program(input, folder.resolve("office-output-" + name))) {
                assertThat(withoutPlaces(program.result("2022Q4"))).as(format).isEqualTo(expected);
            }
        }
    }
}
