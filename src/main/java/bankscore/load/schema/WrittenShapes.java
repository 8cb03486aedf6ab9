package bankscore.load.schema;

import bankscore.finding.Level;
import bankscore.finding.Words;
import bankscore.load.yaml.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the program writes for other programs, as far as it is the same for every kind of rule, and the files that belong to
 * none: the manifest and the report on a province. Numbers are decimal texts ({@code output.md#numbers}).
 */
public final class WrittenShapes {

    /** A text, which may be empty. */
    public static final Shape ANY_TEXT = Shape.said(Map.of("type", "string"));

    /** A text that says something. */
    public static final Shape SOME_TEXT = matching("\\S");

    public static final Shape DECIMAL = matching("^-?(0|[1-9][0-9]*)([.][0-9]{1,12})?$");

    /** With at least two decimals and all that it has. */
    public static final Shape EXACT = matching("^-?(0|[1-9][0-9]*)[.][0-9]{2,}$");

    /** Points with at least two decimals. */
    public static final Shape POINTS = matching("^-?(0|[1-9][0-9]*)[.][0-9]{2,6}$");

    /** Money in 万元 to the fen. */
    public static final Shape MONEY = matching("^-?(0|[1-9][0-9]*)[.][0-9]{2,6}$");

    /** Money in 元 to the fen. */
    public static final Shape YUAN = matching("^-?(0|[1-9][0-9]*)[.][0-9]{2}$");

    /** A share of the whole, or of what was to be reached. */
    public static final Shape SHARE = matching("^-?(0|[1-9][0-9]*)[.][0-9]{15}$");

    public static final Shape DAY = matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

    public static final Shape TRUTH = Shape.said(Map.of("type", "boolean"));

    public static final Shape COUNT = integer(0);

    /** From 1 on. */
    public static final Shape NUMBER = integer(1);

    public static final Shape PERIOD = matching("^[0-9]{4}Q[1-4]$");

    /** Of a revision; those of earlier programs are shorter. */
    public static final Shape CODE = matching("^([0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}|[0-9A-F]{8})$");

    private static final Shape FINDING_CODE = matching("^[EWN][0-9]{3}$");

    private static final Shape DIGEST = matching("^[0-9a-f]{64}$");

    private static final Shape TIME =
            matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[-+][0-9]{2}:[0-9]{2})$");

    private WrittenShapes() {}

    /** The manifest of a revision, and the report on a province. */
    public static List<SchemaFile> all(Words words) {
        return List.of(manifest(words), province(words));
    }

    /** The schema of a file that is one mapping. */
    public static SchemaFile file(String name, Fields fields) {
        return new SchemaFile(name, Keys.of(), new Shapes(), fields.shape());
    }

    /** What every result begins with. */
    public static Fields head(Words words, String what, String... statuses) {
        return new Fields(words, what)
                .has(PERIOD, "period")
                .has(SOME_TEXT, "jurisdiction")
                .has(Shape.words(List.of(statuses)), "status")
                .has(NUMBER, "revision")
                .has(CODE, "code")
                .has(SOME_TEXT, "rule", "scheme");
    }

    /** What every result ends with; revisions of before there was a read-back lack it. */
    public static Fields tail(Fields result, Words words) {
        return result.may(received(words), "received").has(findings(words), "findings");
    }

    /** Published or computed figures that are one for all, by id. */
    public static Shape benchmarks(Words words) {
        return Shape.map(new Fields(words, "benchmark")
                .has(orNull(DECIMAL), "value")
                .has(Shape.words(List.of("computed", "published")), "source")
                .shape());
    }

    /** Values by the ids of their measures; one that does not exist is null. */
    public static Shape measures() {
        return Shape.map(orNull(DECIMAL));
    }

    /** Approvals that were read. */
    public static Shape approvals(Words words) {
        return Shape.list(new Fields(words, "approval")
                .has(PERIOD, "period")
                .has(NUMBER, "revision")
                .has(SOME_TEXT, "document")
                .has(DAY, "date")
                .shape());
    }

    /** A cell of a file. */
    public static Shape place(Words words) {
        return new Fields(words, "place").has(ANY_TEXT, "file", "sheet", "cell").shape();
    }

    public static Shape orNull(Shape shape) {
        return Shape.either(shape, Shape.said(Map.of("type", "null")));
    }

    /** The words of a closed list as papers print them, by the key that stands before their names. */
    public static Shape printed(Words words, String before, Enum<?>... list) {
        return printedWords(Arrays.stream(list).map(each -> words.text(before + each.name())));
    }

    private static Shape printedWords(Stream<String> words) {
        return Shape.words(words.distinct().toList());
    }

    private static Shape findings(Words words) {
        return Shape.list(new Fields(words, "finding")
                .has(FINDING_CODE, "code")
                .has(printed(words, "level.", Level.values()), "level")
                .has(ANY_TEXT, "file", "sheet", "cell", "bank", "column", "found", "expected", "action")
                .has(SOME_TEXT, "message")
                .may(SOME_TEXT, "reason")
                .shape());
    }

    private static Shape received(Words words) {
        return Shape.filled(new Fields(words, "received")
                .has(SOME_TEXT, "file")
                .has(ANY_TEXT, "sheet")
                .has(SOME_TEXT, "dataset")
                .has(orNull(SOME_TEXT), "unit", "unitFrom", "period", "periodFrom")
                .has(COUNT, "rows", "subjects")
                .has(
                        Shape.list(new Fields(words, "received_total")
                                .has(SOME_TEXT, "column")
                                .has(EXACT, "total")
                                .has(orNull(EXACT), "previous")
                                .shape()),
                        "totals")
                .shape());
    }

    private static SchemaFile manifest(Words words) {
        Shape entries = Shape.list(new Fields(words, "file")
                .has(SOME_TEXT, "name")
                .has(DIGEST, "sha256")
                .has(COUNT, "size")
                .shape());
        return file(
                "manifest",
                new Fields(words, "manifest")
                        .has(SOME_TEXT, "run")
                        .has(PERIOD, "period")
                        .has(NUMBER, "revision")
                        .has(CODE, "code")
                        .has(SOME_TEXT, "jurisdiction")
                        .has(
                                new Fields(words, "scheme")
                                        .has(SOME_TEXT, "id")
                                        .has(DIGEST, "sha256")
                                        .shape(),
                                "scheme")
                        .has(DIGEST, "configuration")
                        .has(entries, "inputs")
                        .may(approvals(words), "approvals")
                        .has(entries, "files")
                        .has(DIGEST, "identity")
                        .has(Shape.map(DIGEST), "stored")
                        .has(SOME_TEXT, "version", "user", "machine")
                        .has(TIME, "started", "finished")
                        .has(ANY_TEXT, "chainHead"));
    }

    private static SchemaFile province(Words words) {
        Shape figure = provinceSum(words, false).shape();
        Shape county = new Fields(words, "county")
                .has(SOME_TEXT, "county")
                .has(ANY_TEXT, "jurisdiction")
                .has(matching("^[a-z_]+$"), "state")
                .has(COUNT, "files")
                .may(NUMBER, "revision")
                .may(CODE, "code")
                .may(SOME_TEXT, "scheme")
                .may(DIGEST, "schemeDigest")
                .has(
                        new Fields(words, "levels")
                                .has(COUNT, "errors", "reviews", "hints")
                                .shape(),
                        "findings")
                .has(Shape.more(Shape.map(NUMBER), "propertyNames", Map.of("pattern", "^[EWN][0-9]{3}$")), "codes")
                .has(Shape.list(SOME_TEXT), "missing")
                .has(Shape.list(figure), "sums")
                .shape();
        Shape ranking = new Fields(words, "ranking")
                .has(SOME_TEXT, "scheme")
                .has(DIGEST, "schemeDigest")
                .has(
                        Shape.list(new Fields(words, "county_place")
                                .has(NUMBER, "rank")
                                .has(SOME_TEXT, "county", "measure")
                                .has(DECIMAL, "value")
                                .shape()),
                        "places")
                .shape();
        return file(
                "result-province",
                new Fields(words, "province")
                        .has(PERIOD, "period")
                        .has(SOME_TEXT, "province", "rule")
                        .has(NUMBER, "revision")
                        .has(Shape.list(county), "counties")
                        .has(Shape.list(provinceSum(words, true).shape()), "sums")
                        .has(Shape.list(ranking), "rankings")
                        .has(CODE, "code"));
    }

    private static Fields provinceSum(Words words, boolean ofAll) {
        Fields sum = new Fields(words, "county_sum")
                .has(SOME_TEXT, "topic", "measure")
                .has(ANY_TEXT, "unit")
                .has(SOME_TEXT, "value");
        return ofAll ? sum.has(COUNT, "counties") : sum;
    }

    private static Shape integer(int least) {
        return Shape.said(Map.of("type", "integer", "minimum", least));
    }

    private static Shape matching(String pattern) {
        return Shape.said(Map.of("type", "string", "pattern", pattern));
    }
}
