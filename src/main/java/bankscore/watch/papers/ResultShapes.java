package bankscore.watch.papers;

import static bankscore.load.schema.WrittenShapes.COUNT;
import static bankscore.load.schema.WrittenShapes.DECIMAL;
import static bankscore.load.schema.WrittenShapes.NUMBER;
import static bankscore.load.schema.WrittenShapes.SHARE;
import static bankscore.load.schema.WrittenShapes.SOME_TEXT;
import static bankscore.load.schema.WrittenShapes.TRUTH;
import static bankscore.load.schema.WrittenShapes.orNull;

import bankscore.finding.Words;
import bankscore.load.schema.Fields;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.Shape;
import bankscore.load.schema.WrittenShapes;
import bankscore.watch.judge.TargetState;

/** The form of {@code result.json} for programs that read it: what {@link ResultTree} writes and nothing else. */
public final class ResultShapes {

    private ResultShapes() {}

    /** The schema of results. */
    public static SchemaFile of(Words words) {
        Fields result = WrittenShapes.head(words, "notice", "notice")
                .has(WrittenShapes.benchmarks(words), "benchmarks")
                .has(Shape.map(Shape.list(subject(words))), "subjects")
                .has(Shape.list(target(words)), "targets")
                .has(
                        Shape.list(new Fields(words, "index")
                                .has(SOME_TEXT, "id")
                                .has(orNull(DECIMAL), "value")
                                .shape()),
                        "index")
                .has(Shape.map(DECIMAL), "published");
        return WrittenShapes.file("result-watch", WrittenShapes.tail(result, words));
    }

    private static Shape subject(Words words) {
        Shape hit = new Fields(words, "hit")
                .has(SOME_TEXT, "id")
                .has(orNull(DECIMAL), "value", "benchmark", "gap")
                .has(NUMBER, "grade", "running")
                .shape();
        return new Fields(words, "subject")
                .has(SOME_TEXT, "code", "name")
                .has(WrittenShapes.measures(), "measures")
                .has(Shape.map(orNull(NUMBER)), "ranks", "previousRanks")
                .has(Shape.list(hit), "hits")
                .has(Shape.map(orNull(COUNT)), "grades")
                .has(orNull(SOME_TEXT), "degree", "exempt")
                .shape();
    }

    private static Shape target(Words words) {
        return new Fields(words, "target")
                .has(SOME_TEXT, "id")
                .has(orNull(DECIMAL), "value", "target")
                .has(WrittenShapes.printed(words, "target.", TargetState.State.values()), "state")
                .has(orNull(SHARE), "share")
                .has(orNull(DECIMAL), "path")
                .has(TRUTH, "passed")
                .shape();
    }
}
