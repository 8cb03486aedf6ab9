package bankscore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** The walls of the house, each with its reason. */
@AnalyzeClasses(packages = "bankscore", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_domain_is_pure_java = classes()
            .that()
            .resideInAPackage("bankscore.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "bankscore.domain..",
                    "java.lang..",
                    "java.math..",
                    "java.nio.charset..",
                    "java.security..",
                    "java.text..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..")
            .because("rule, scores and plan must be provable without files, databases or frameworks");

    @ArchTest
    static final ArchRule the_domain_has_no_clock = noClasses()
            .that()
            .resideInAPackage("bankscore.domain..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .because("the same figures must give the same result on every day and in every place");

    @ArchTest
    static final ArchRule numbers_are_exact_in_the_domain = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("bankscore.domain..", "bankscore.load..", "bankscore.store..", "bankscore.job..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .because("only the cell reader and the report's cell writer may meet a double");

    @ArchTest
    static final ArchRule no_method_of_the_domain_speaks_of_doubles = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("bankscore.domain..", "bankscore.load..", "bankscore.store..", "bankscore.job..")
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

    @ArchTest
    static final ArchRule adapters_never_see_each_other = slices().matching("bankscore.(load|read|store|report)..")
            .should()
            .notDependOnEachOther()
            .because("only the job knows them all");

    @ArchTest
    static final ArchRule adapters_see_only_the_domain = noClasses()
            .that()
            .resideInAnyPackage(
                    "bankscore.domain..",
                    "bankscore.load..",
                    "bankscore.read..",
                    "bankscore.store..",
                    "bankscore.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("bankscore.job..", "bankscore.cli..")
            .because("the job calls them, not they the job");

    @ArchTest
    static final ArchRule the_job_does_not_know_the_commands = noClasses()
            .that()
            .resideInAPackage("bankscore.job..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("bankscore.cli..")
            .because("a command is one of several ways to start a job");

    @ArchTest
    static final ArchRule poi_lives_in_two_rooms = noClasses()
            .that()
            .resideOutsideOfPackages("bankscore.read..", "bankscore.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..")
            .because("cells become figures in the reading room and figures cells in the report room");

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
    static final ArchRule batch_lives_in_the_job = noClasses()
            .that()
            .resideOutsideOfPackage("bankscore.job..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..")
            .because("rules and reports must not know how they are run");

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
            .doNotHaveFullyQualifiedName("bankscore.cli.FileManager")
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
