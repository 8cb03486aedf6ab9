package bankscore.load.dataset;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.Shape;
import bankscore.load.schema.Shapes;
import java.util.List;
import java.util.Map;

/** What stands under the keys of a dataset file, registers included, for editors. */
public final class DatasetShapes {

    /** The schema of dataset files. */
    public static final SchemaFile DATASET = new SchemaFile("dataset", DatasetLoader.KEYS, shapes());

    private DatasetShapes() {}

    private static Shapes shapes() {
        Shape range = Shape.row(Shape.NUMBER, Shape.NUMBER);
        return new Shapes()
                .need("", "dataset", "name", "rows", "presence", "columns")
                .put(Shape.TEXT, "dataset", "name", "sender", "id", "formula")
                .put(Shape.words(Dataset.Rows.class, ColumnLoader.BANK), "rows")
                .put(Shape.words(Dataset.Presence.class), "presence")
                .put(Shape.words(Dataset.Years.class), "years")
                .put(Shape.words(Dataset.HeadingsOnly.class), "headings_only")
                .put(Shape.filled(Shape.BELOW), "ratios", "sums", "derived", RowCheckLoader.KEY)
                .put(Shape.map(Shape.NUMBER), "spreads")
                .put(Shape.TRUTH, "subjects")
                .put(Shape.TEXTS, "others", "parted", "headings", "choices", "not_kinds", DatasetLoader.EDITIONS)
                .put(Shape.either(Shape.words(List.of(DatasetLoader.NONE)), Shape.BELOW), DatasetLoader.AGAINST)
                .put(Shape.WHOLE, DatasetLoader.AGAINST + ".rows")
                .put(Shape.NUMBER, "same", "nearer", "factor", "leap", "mean", "fewer")
                .put(Shape.list(Shape.WHOLE), "powers")
                .put(Shape.BELOW, DatasetLoader.EVIDENCE)
                .put(Shape.WHOLE, "few", "enough", "decimals")
                .put(Shape.NUMBER, "nearly_all", "most", "apart", "shifted", "above_whole")
                .put(Shape.list(Shape.BELOW), "columns")
                .need("columns", "id", "name", "kind")
                .rule(
                        "columns",
                        "anyOf",
                        List.of(
                                Map.of("required", List.of("register")),
                                Map.of("properties", Map.of("kind", Map.of("not", Map.of("const", "party"))))))
                .put(Shape.words(Column.Role.class), "is")
                .put(Shape.words(Column.Kind.class, ColumnLoader.BANK), "columns.kind")
                .put(
                        Shape.TRUTH,
                        "identifying",
                        "required",
                        "within_year",
                        "whole_fen",
                        "percent_sign",
                        "unique",
                        "whole",
                        "asked",
                        "spared")
                .put(Shape.TEXT, "empty", "part_of", "opens", "until", "register", "code_in", "follows", "same_period")
                .put(Shape.words(Column.Flow.class), "flow")
                .put(Shape.words(Column.Negative.class), "negative")
                .put(range, "range", "usual")
                .put(Shape.words(ColumnLoader.CODES.keySet()), "refused")
                .put(Shape.words(ColumnLoader.NOT_AFTER.keySet()), "not_after")
                .put(Shape.words(ColumnLoader.LATE.keySet()), ColumnLoader.IF_LATE)
                .put(
                        Shape.more(Shape.more(Shape.map(Shape.TEXT), "minProperties", 1), "maxProperties", 1),
                        "needed_when")
                .put(Shape.BELOW, "scale", "ratios.published", "sums.published")
                .put(Shape.WHOLE, "least")
                .put(Shape.NUMBER, "all_up_to", "most_above")
                .need("scale", "least", "all_up_to", "most_above", "apart")
                .put(Shape.TEXT, "of", "to", "item")
                .put(Shape.NUMBER, "from", "to_at_most", "surely_above", "within", "swapped_within")
                .put(Shape.words(List.of("%")), "unit")
                .put(Shape.TRUTH, "growth")
                .need("ratios", "of", "to")
                .need("sums", "of", "to")
                .need("published", "item", "within", "swapped_within")
                .put(Shape.words(WitnessLoader.KINDS.keySet()), "derived.kind")
                .need("derived", "id", "name", "kind")
                .put(Shape.TEXT, "column", "at_least", "at_most")
                .put(Shape.list(Shape.TEXT), "product")
                .put(Shape.words(RowCheckLoader.LEVELS.keySet()), "level")
                .need(RowCheckLoader.KEY, "column")
                .one(RowCheckLoader.KEY, "at_least", "at_most", "product");
    }
}
