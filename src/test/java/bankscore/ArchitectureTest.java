package bankscore;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import java.net.URI;
import java.net.URLDecoder;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
        "bankscore.contribution.allocation..",
        "bankscore.contribution.scheme..",
        "bankscore.contribution.quarter..",
        "bankscore.contribution.score..",
        "bankscore.contribution.place..",
        "bankscore.contribution.execution..",
        "bankscore.contribution.judge..",
        "bankscore.subsidy.scheme..",
        "bankscore.subsidy.decide..",
        "bankscore.watch.scheme..",
        "bankscore.watch.judge.."
    };

    /** Rooms in which a number is exact: all but the cell readers and the writers of papers. */
    private static final String[] EXACT = Stream.concat(
                    Arrays.stream(PURE),
                    Stream.of(
                            "bankscore.load..",
                            "bankscore.store..",
                            "bankscore.run..",
                            "bankscore.contribution.load..",
                            "bankscore.subsidy.load..",
                            "bankscore.watch.load.."))
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
            Map.entry("rule", Set.of("exact", "sheet", "finding", "answer", "facts")),
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
            Map.entry(
                    "subsidy",
                    Set.of(
                            "exact", "sheet", "finding", "office", "answer", "facts", "intake", "rule", "read", "load",
                            "store", "paper", "run")),
            Map.entry(
                    "watch",
                    Set.of(
                            "exact", "sheet", "finding", "office", "answer", "facts", "intake", "rule", "read", "load",
                            "store", "paper", "run")),
            Map.entry("front", Set.of("exact", "office", "finding", "run", "contribution", "subsidy", "watch")),
            Map.entry(
                    "province",
                    Set.of("exact", "finding", "office", "answer", "load", "rule", "store", "paper", "run")),
            Map.entry("cli", Set.of("exact", "sheet", "office", "finding", "answer", "run", "front", "province")),
            Map.entry(
                    "desk",
                    Set.of("exact", "sheet", "office", "finding", "answer", "facts", "run", "front", "province")));

    @ArchTest
    static final ArchRule arrows_point_down_only = classes()
            .should(new ArchCondition<JavaClass>("see only the rooms below them") {
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
                        boolean down =
                                Objects.requireNonNull(SEEN.get(from), from).contains(room(seen));
                        boolean root = !from.equals("front")
                                || !Set.of("contribution", "subsidy", "watch").contains(room(seen))
                                || seen.getPackageName().equals("bankscore." + room(seen));
                        if (!(down && root)) {
                            events.add(SimpleConditionEvent.violated(type, file(type) + " > " + file(seen)));
                        }
                    }
                }
            })
            .because("a room is understood with what lies below it, and fronts see an application's root only");

    /** The rooms of an application from below; of two on one step neither sees the other. */
    private static final List<Set<String>> LADDER = List.of(
            Set.of("method", "allocation"),
            Set.of("scheme"),
            Set.of("quarter"),
            Set.of("score"),
            Set.of("place"),
            Set.of("execution"),
            Set.of("judge"),
            Set.of("say", "load"),
            Set.of("book"),
            Set.of("papers"),
            Set.of(""));

    @ArchTest
    static final ArchRule an_application_is_a_ladder = classes()
            .that()
            .resideInAPackage("bankscore.contribution..")
            .should(new ArchCondition<JavaClass>("see only the steps below them") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass seen = dependency.getTargetClass().getBaseComponentType();
                        if (room(seen).equals("contribution")
                                && !part(seen).equals(part(type))
                                && step(seen) >= step(type)) {
                            events.add(SimpleConditionEvent.violated(type, file(type) + " > " + file(seen)));
                        }
                    }
                }

                private static String part(JavaClass type) {
                    return type.getPackageName()
                            .replaceFirst("^bankscore\\.contribution\\.?", "")
                            .replaceFirst("\\..*", "");
                }

                private static int step(JavaClass type) {
                    return IntStream.range(0, LADDER.size())
                            .filter(step -> LADDER.get(step).contains(part(type)))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("on no step: " + type.getName()));
                }
            })
            .because("figures become points, points money, both words and papers, and nothing goes back");

    @ArchTest
    static final ArchRule no_files_go_in_a_circle = classes()
            .should(
                    new ArchCondition<JavaClass>(
                            "see no file that sees theirs, except for the words of a closed list") {
                        private final Map<String, Set<String>> seen = new TreeMap<>();
                        private final Map<String, Set<String>> closed = new TreeMap<>();
                        private final Map<String, Set<String>> reachedFrom = new TreeMap<>();

                        @Override
                        public void check(JavaClass type, ConditionEvents events) {
                            Set<String> own = seen.computeIfAbsent(file(type), name -> new TreeSet<>());
                            type.getDirectDependenciesFromSelf().stream()
                                    .map(dependency ->
                                            dependency.getTargetClass().getBaseComponentType())
                                    .filter(target -> target.getPackageName().startsWith("bankscore"))
                                    .map(ArchitectureTest::file)
                                    .forEach(own::add);
                            // A closed list names its words, each in a file of its own.
                            if (type.reflect().isSealed()) {
                                Set<String> words = closed.computeIfAbsent(file(type), name -> new TreeSet<>());
                                Arrays.stream(type.reflect().getPermittedSubclasses())
                                        .map(word -> file(word.getName()))
                                        .forEach(words::add);
                            }
                        }

                        @Override
                        public void finish(ConditionEvents events) {
                            closed.forEach((file, words) ->
                                    Objects.requireNonNull(seen.get(file), file).removeAll(words));
                            Set<String> circles = new TreeSet<>();
                            for (String file : seen.keySet()) {
                                Set<String> circle = new TreeSet<>();
                                for (String other : from(file)) {
                                    if (from(other).contains(file)) {
                                        circle.add(other);
                                    }
                                }
                                if (circle.size() > 1) {
                                    circles.add(circle.toString());
                                }
                            }
                            circles.forEach(circle -> events.add(SimpleConditionEvent.violated(circle, circle)));
                        }

                        private Set<String> from(String file) {
                            return reachedFrom.computeIfAbsent(file, this::search);
                        }

                        private Set<String> search(String file) {
                            Set<String> reached = new TreeSet<>();
                            Deque<String> open = new ArrayDeque<>(seen.getOrDefault(file, Set.of()));
                            while (!open.isEmpty()) {
                                String next = open.pop();
                                if (reached.add(next)) {
                                    open.addAll(seen.getOrDefault(next, Set.of()));
                                }
                            }
                            return reached;
                        }
                    })
            .because("of two files that need each other neither is understood first");

    /** The room at the top that holds a type. */
    private static String room(JavaClass type) {
        return type.getPackageName().replaceFirst("^bankscore\\.?", "").replaceFirst("\\..*", "");
    }

    /** The file that declares a type, as {@code room/sub/Name}. */
    private static String file(JavaClass type) {
        return file(type.getName());
    }

    private static String file(String type) {
        return type.substring("bankscore.".length()).replaceFirst("\\$.*", "").replace('.', '/');
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
    static final ArchRule formats_do_not_see_each_other = slices().matching("bankscore.read.(xlsx|xls|csv)..")
            .should()
            .notDependOnEachOther()
            .because("a hostile format is kept in a room of its own");

    @ArchTest
    static final ArchRule poi_lives_where_cells_are_read_and_written = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "bankscore.read..",
                    "bankscore.paper..",
                    "bankscore.contribution.book..",
                    "bankscore.contribution.papers..",
                    "bankscore.subsidy.book..",
                    "bankscore.watch.book..",
                    "bankscore.province.report..")
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
            .resideInAnyPackage(
                    "org.springframework.jdbc.core..",
                    "org.springframework.jdbc.datasource..",
                    "org.flywaydb.core.api.migration..")
            .because("a second database is then a matter of one room");

    @ArchTest
    static final ArchRule batch_lives_where_things_run = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "bankscore.run..",
                    "bankscore.province..",
                    "bankscore.contribution",
                    "bankscore.subsidy",
                    "bankscore.watch")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..")
            .because("rules and papers must not know how they are run");

    @ArchTest
    static final ArchRule a_folder_is_seen_at_a_glance = classes()
            .should(new ArchCondition<JavaClass>("lie in a folder of at most 24 files") {
                private final Map<String, Set<String>> folders = new TreeMap<>();

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    folders.computeIfAbsent(type.getPackageName(), folder -> new TreeSet<>())
                            .add(file(type));
                }

                @Override
                public void finish(ConditionEvents events) {
                    folders.forEach((folder, files) -> {
                        if (files.size() > 24) {
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
            .that()
            .resideOutsideOfPackages("bankscore.desk..", "bankscore.cli.doctor..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net..", "javax.net..", "java.nio.channels.spi..", "org.springframework.http..")
                    // How Java spells the bytes of a path; neither connects.
                    .and(not(belongToAnyOf(URI.class, URLDecoder.class))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo("java.nio.channels.NetworkChannel")
            .because(
                    "figures of banks leave the machine as files only; a database's driver is one exception, the desk, which only answers, the other; and it is asked whether the desk's port is free");

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
    static final ArchRule only_the_desktop_is_another_program = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("bankscore.front.Desktop")
            .and()
            .doNotHaveFullyQualifiedName("bankscore.front.OptimisingJava")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethodWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(type(Runtime.class)))
                    .and(JavaCall.Predicates.target(HasName.Predicates.nameStartingWith("exec"))))
            .because(
                    "what shows or prints results, or shows the desk, is all that is ever started, and only when asked for; and this"
                            + " program once more, for large input");

    @ArchTest
    static final ArchRule packages_follow_the_work = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..dto..", "..service..")
            .because("a reader looks for the stage of the work, not for a kind of class");
}
