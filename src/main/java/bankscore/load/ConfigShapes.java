package bankscore.load;

import bankscore.load.dataset.DatasetShapes;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.Shape;
import bankscore.load.schema.Shapes;
import bankscore.load.yaml.Keys;
import bankscore.office.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands under the keys of the files of a configuration that belong to no kind of rule, for editors. */
public final class ConfigShapes {

    private static final Shape EMPTY = Shape.said(Map.of("type", "null"));

    private ConfigShapes() {}

    /** The schemas of datasets, settings, letter, signers and roles of counties. */
    public static List<SchemaFile> all() {
        return List.of(DatasetShapes.DATASET, settings(), letter(), signers(), countyRoles());
    }

    private static SchemaFile settings() {
        return new SchemaFile(
                "bankscore",
                Settings.KEYS,
                new Shapes()
                        .need("", "rule", "jurisdiction")
                        .put(Shape.TEXT, "rule", "jurisdiction", "bureau", "government")
                        .put(Shape.words(Settings.FONTS.keySet()), "fonts")
                        .put(Shape.words(Settings.SHARED.keySet()), "shared")
                        .put(Shape.words(Settings.REVIEW.keySet()), "review")
                        .put(Shape.words(Settings.APPROVE.keySet()), "approve")
                        .put(Shape.BELOW, "limits")
                        .put(Shape.WHOLE, "late_months")
                        .put(Shape.WHOLE, Settings.LIMITS.names().toArray(String[]::new)));
    }

    /** Every place may be left empty. */
    private static SchemaFile letter() {
        Shape text = Shape.either(Shape.TEXT, EMPTY, Shape.said(Map.of("const", "")));
        Shape day = Shape.either(Shape.DAY, EMPTY, Shape.said(Map.of("const", "")));
        Shape below = Shape.either(Shape.BELOW, EMPTY);
        return new SchemaFile(
                "letter",
                LetterSettings.KEYS,
                new Shapes()
                        .put(text, "office", "addressee", "signatory", "bureau", "name", "telephone", "number")
                        .put(day, "date", "reply")
                        .put(below, "contact")
                        .put(Shape.either(Shape.map(Shape.BELOW), EMPTY), "rules")
                        .put(
                                Shape.either(
                                        Shape.more(
                                                Shape.map(Shape.BELOW),
                                                "propertyNames",
                                                Map.of("pattern", "^[0-9]{4}[Qq][1-4]$")),
                                        EMPTY),
                                "issues"));
    }

    private static SchemaFile signers() {
        List<String> roles = Stream.of(Role.values()).map(Role::word).toList();
        return new SchemaFile(
                "signers",
                SignersFile.LINE,
                new Shapes()
                        .put(Shape.TEXT, "name", "user")
                        .put(Shape.said(Map.of("type", "string", "pattern", "^[A-Za-z0-9+/]+=*$")), "key")
                        .put(Shape.filled(Shape.words(roles)), "roles")
                        .put(Shape.DAY, "from", "to")
                        .need("", "name", "key", "roles", "from"),
                Shape.filled(Shape.BELOW));
    }

    private static SchemaFile countyRoles() {
        return new SchemaFile(
                "county-roles",
                Keys.of(),
                new Shapes(),
                Shape.map(Shape.said(Map.of("type", "string", "pattern", "^" + CountyRoles.ROLE + "$"))));
    }
}
