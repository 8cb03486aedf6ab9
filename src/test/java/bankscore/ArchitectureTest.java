package bankscore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The walls of the house, each with its reason. */
@AnalyzeClasses(packages = "bankscore", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Rooms that decide: no file, database, framework, clock or inexact number. */
    private static final String[] PURE = {
        "bankscore.exact..",
        "bankscore.sheet..",
        "bankscore.office..",
        "bankscore.finding..",
        "bankscore.answer..",
        "bankscore.facts..",
        "bankscore.intake..",
        "bankscore.rule..",
        "bankscore.contribution.method..",
        "bankscore.contribution.scheme..",
        "bankscore.contribution.quarter..",
        "bankscore.contribution.score..",
        "bankscore.contribution.place..",
        "bankscore.contribution.judge.."
    };

    /** Rooms in which a number is exact: all but the cell readers and the writers of papers. */
    private static final String[] EXACT = Stream.concat(
                    Arrays.stream(PURE),
                    Stream.of(
                            "bankscore.load..",
                            "bankscore.store..",
                            "bankscore.run..",
                            "bankscore.contribution.load.."))
            .toArray(String[]::new);

    @ArchTest
    static final ArchRule what_decides_is_pure_java = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Stream.concat(
                            Arrays.stream(PURE),
                            Stream.of(
                                    "java.lang..",
                                    "java.math..",
                                    "java.nio.charset..",
                                    "java.security..",
                                    "java.text..",
                                    "java.time..",
                                    "java.util..",
                                    "org.jspecify.."))
                    .toArray(String[]::new))
            .because("rule, scores and plan must be provable without files, databases or frameworks");

    @ArchTest
    static final ArchRule what_decides_has_no_clock = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .because("the same figures must give the same result on every day and in every place");

    @ArchTest
    static final ArchRule numbers_are_exact = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .because("only the cell reader and the workbook's writer may meet a double");

    @ArchTest
    static final ArchRule no_method_speaks_of_doubles = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should()
            .notHaveRawReturnType(double.class)
            .because("a double that is returned is a double that is used");

    @ArchTest
    static final ArchRule nobody_makes_a_decimal_of_a_double = noClasses()
            .that()
            .resideOutsideOfPackage("bankscore.read..")
            .should()
            .callConstructor(BigDecimal.class, double.class)
            .because("it keeps the tail that Excel does not show");

    @ArchTest
    static final ArchRule nobody_compares_decimals_with_equals = noClasses()
            .should()
            .callMethod(BigDecimal.class, "equals", Object.class)
            .because("1.0 and 1.00 are the same number");

    /** What each room may see besides itself: arrows point down only. */
    private static final Map<String, Set<String>> SEEN = Map.ofEntries(
            Map.entry("exact", Set.of()),
            Map.entry("sheet", Set.of("exact")),
            Map.entry("office", Set.of("exact")),
            Map.entry("finding", Set.of("exact", "sheet")),
            Map.entry("answer", Set.of("exact", "sheet")),
            Map.entry("facts", Set.of("exact", "sheet", "finding")),
            Map.entry("intake", Set.of("exact", "sheet", "finding", "facts")),
            Map.entry("rule", Set.of("exact", "sheet", "finding", "facts")),
            Map.entry("read", Set.of("exact", "sheet", "finding")),
            Map.entry("load", Set.of("exact", "sheet", "finding", "office", "facts", "intake", "rule")),
            Map.entry("store", Set.of("exact", "sheet", "finding", "office", "facts", "intake")),
            Map.entry("paper", Set.of("exact", "sheet", "finding", "office", "answer", "facts", "intake")),
            Map.entry(
                    "run",
                    Set.of(
                            "exact", "sheet", "finding", "office", "answer", "facts", "intake", "rule", "read", "load",
                            "store", "paper")),
            Map.entry(
                    "contribution",
                    Set.of(
                            "exact", "sheet", "finding", "office", "answer", "facts", "intake", "rule", "read", "load",
                            "store", "paper", "run")),
            Map.entry("cli", Set.of("exact", "office", "finding", "answer", "run", "contribution")));

    /** Arrows that still run up or see too much. This list may only shrink. */
    private static final Set<String> KNOWN = Set.of(
            "store/ResultStore > contribution/place/FundPlan",
            "store/ResultStore > contribution/place/Plan",
            "store/ResultStore > contribution/place/PlanRow",
            "store/ResultStore > contribution/quarter/Pool",
            "store/ResultStore > contribution/scheme/Item",
            "store/ResultStore > contribution/score/Assessment",
            "store/ResultStore > contribution/score/ScoreCard",
            "store/ResultStore > contribution/score/ScoreLine");

    @ArchTest
    static final ArchRule arrows_point_down_only = classes()
            .should(new ArchCondition<JavaClass>("see only the rooms below them") {
                private final Set<String> gone = new TreeSet<>(KNOWN);

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String from = room(type);
                    if (from.isEmpty()) {
                        return;
                    }
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass seen = dependency.getTargetClass().getBaseComponentType();
                        if (!seen.getPackageName().startsWith("bankscore.") || from.equals(room(seen))) {
                            continue;
                        }
                        String arrow = file(type) + " > " + file(seen);
                        boolean down =
                                Objects.requireNonNull(SEEN.get(from), from).contains(room(seen));
                        boolean root = !from.equals("cli")
                                || !room(seen).equals("contribution")
                                || seen.getPackageName().equals("bankscore.contribution");
                        if (!(down && root)) {
                            gone.remove(arrow);
                            if (!KNOWN.contains(arrow)) {
                                events.add(SimpleConditionEvent.violated(type, arrow));
                            }
                        }
                    }
                }

                @Override
                public void finish(ConditionEvents events) {
                    gone.forEach(
                            arrow -> events.add(SimpleConditionEvent.violated(arrow, "no longer there: " + arrow)));
                }
            })
            .because("a room is understood with what lies below it, and a front sees an application's root only");

    /** The room at the top that holds a type. */
    private static String room(JavaClass type) {
        return type.getPackageName().replaceFirst("^bankscore\\.?", "").replaceFirst("\\..*", "");
    }

    /** The file that declares a type, as {@code room/sub/Name}. */
    private static String file(JavaClass type) {
        String name = type.getName().substring("bankscore.".length());
        return name.replaceFirst("\\$.*", "").replace('.', '/');
    }

    @ArchTest
    static final ArchRule a_format_sees_what_a_workbook_is_and_nothing_more = noClasses()
            .that()
            .resideInAnyPackage("bankscore.read.xlsx..", "bankscore.read.xls..", "bankscore.read.csv..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("bankscore.read")
            .because("a hostile format is kept in a room of its own");

    @ArchTest
    static final ArchRule poi_lives_where_cells_are_read_and_written = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "bankscore.read..",
                    "bankscore.paper..",
                    "bankscore.contribution.book..",
                    "bankscore.contribution.papers..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..")
            .because("cells become figures in the reading room and figures cells on paper");

    @ArchTest
    static final ArchRule yaml_lives_in_the_loading_room = noClasses()
            .that()
            .resideOutsideOfPackage("bankscore.load..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml..")
            .because("a rule is loaded in one place, strictly");

    @ArchTest
    static final ArchRule sql_lives_in_the_store = noClasses()
            .that()
            .resideOutsideOfPackage("bankscore.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "org.flywaydb.core.api.migration..")
            .because("a second database is then a matter of one room");

    @ArchTest
    static final ArchRule batch_lives_where_things_run = noClasses()
            .that()
            .resideOutsideOfPackages("bankscore.run..", "bankscore.contribution")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..")
            .because("rules and papers must not know how they are run");

    @ArchTest
    static final ArchRule a_folder_is_seen_at_a_glance = classes()
            .should(new ArchCondition<JavaClass>("lie in a folder of at most 26 files") {
                private final Map<String, Set<String>> folders = new TreeMap<>();

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    folders.computeIfAbsent(type.getPackageName(), folder -> new TreeSet<>())
                            .add(file(type));
                }

                @Override
                public void finish(ConditionEvents events) {
                    folders.forEach((folder, files) -> {
                        if (files.size() > 26) {
                            events.add(SimpleConditionEvent.violated(folder, folder + ": " + files.size()));
                        }
                    });
                }
            })
            .because("a room with more needs sub-rooms");

    @ArchTest
    static final ArchRule nothing_is_static_and_changing = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(new DescribedPredicate<JavaClass>("are not made by the compiler") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.getName().contains("$");
                }
            })
            .should()
            .beFinal()
            .because("two runs in one process must not meet");

    @ArchTest
    static final ArchRule nobody_talks_to_the_network = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "javax.net..", "java.nio.channels.spi..", "org.springframework.http..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo("java.nio.channels.NetworkChannel")
            .because("figures of banks leave the machine as files only; a database's driver is the one exception");

    @ArchTest
    static final ArchRule nothing_that_is_read_becomes_a_program_or_an_object = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.script..",
                    "javax.tools..",
                    "java.rmi..",
                    "javax.naming..",
                    "org.springframework.expression..",
                    "java.beans..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("activateDefaultTyping")))
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethodWhere(JavaCall.Predicates.target(
                            HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(ClassLoader.class)))
                    .and(JavaCall.Predicates.target(HasName.Predicates.name("loadClass"))))
            .because("input is data, whatever it says");

    @ArchTest
    static final ArchRule only_the_menu_starts_another_program = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("bankscore.cli.screen.FileManager")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Runtime.class)
            .because("a file manager that shows the results is all that is ever started, and only when asked for");

    @ArchTest
    static final ArchRule packages_follow_the_work = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..dto..", "..service..")
            .because("a reader looks for the stage of the work, not for a kind of class");
}
