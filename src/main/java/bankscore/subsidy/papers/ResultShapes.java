package bankscore.subsidy.papers;

import static bankscore.load.schema.WrittenShapes.ANY_TEXT;
import static bankscore.load.schema.WrittenShapes.COUNT;
import static bankscore.load.schema.WrittenShapes.EXACT;
import static bankscore.load.schema.WrittenShapes.SOME_TEXT;
import static bankscore.load.schema.WrittenShapes.TRUTH;
import static bankscore.load.schema.WrittenShapes.YUAN;
import static bankscore.load.schema.WrittenShapes.orNull;

import bankscore.finding.Level;
import bankscore.finding.Words;
import bankscore.load.schema.Fields;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.Shape;
import bankscore.load.schema.WrittenShapes;
import java.util.List;

/** The forms of {@code result.json} and of a line of {@code lines.jsonl}: what {@link ResultTree} writes and nothing else. */
public final class ResultShapes {

    private ResultShapes() {}

    /** The schemas of results and of single lines. */
    public static List<SchemaFile> of(Words words) {
        Shape payments = Shape.list(new Fields(words, "payment")
                .has(SOME_TEXT, "payee")
                .has(ANY_TEXT, "name")
                .has(YUAN, "amount")
                .shape());
        Fields result = WrittenShapes.head(words, "batch", "batch", "estimate")
                .has(Shape.list(subsidy(words)), "subsidies")
                .may(Shape.list(line(words).shape()), "lines")
                .has(payments, "payments")
                .may(payments, "recoveries")
                .has(
                        Shape.list(new Fields(words, "check")
                                .has(SOME_TEXT, "id")
                                .has(ANY_TEXT, "group")
                                .has(SOME_TEXT, "name")
                                .has(ANY_TEXT, "value")
                                .has(TRUTH, "holds")
                                .has(WrittenShapes.printed(words, "level.", Level.values()), "level")
                                .has(ANY_TEXT, "else")
                                .shape()),
                        "checks");
        return List.of(
                WrittenShapes.file("result-subsidy", WrittenShapes.tail(result, words)),
                WrittenShapes.file("result-subsidy-line", line(words)));
    }

    private static Shape subsidy(Words words) {
        Shape sum =
                new Fields(words, "sum").has(COUNT, "count").has(YUAN, "amount").shape();
        return new Fields(words, "subsidy")
                .has(SOME_TEXT, "id")
                .has(COUNT, "claims")
                .has(sum, "granted", "cut")
                .has(new Fields(words, "refused").has(COUNT, "count").shape(), "refused")
                .has(Shape.map(YUAN), "byLevel")
                .shape();
    }

    private static Fields line(Words words) {
        return new Fields(words, "line")
                .has(SOME_TEXT, "subsidy")
                .has(ANY_TEXT, "claimant", "payee", "reference")
                .has(orNull(EXACT), "base")
                .has(orNull(YUAN), "amount")
                .has(YUAN, "granted")
                .has(ANY_TEXT, "reason")
                .has(Shape.map(YUAN), "levels")
                .has(WrittenShapes.place(words), "place");
    }
}
