package bankscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README says of each rule that is delivered by which command its sample runs, and that it does. */
class DeliveredRulesTest {

    private static final Pattern COMMAND = Pattern.compile("run (\\d{4}Q[1-4]) --rule ([a-z-]+)");
    private static final Pattern RULE = Pattern.compile("(?m)^rule: *([a-z-]+)");

    @TempDir
    Path folder = Path.of("");

    /** The first period that the README gives for a rule, by the rule. */
    private static Map<String, String> commands() throws IOException {
        Map<String, String> commands = new TreeMap<>();
        Matcher command = COMMAND.matcher(Files.readString(Path.of("README.md")));
        while (command.find()) {
            commands.putIfAbsent(command.group(2), command.group(1));
        }
        return commands;
    }

    private static Stream<String> rules() throws IOException {
        return commands().keySet().stream();
    }

    @Test
    void each_rule_has_a_command() throws IOException {
        Set<String> delivered = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("config/schemes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                RULE.matcher(Files.readString(file)).results().forEach(found -> delivered.add(found.group(1)));
            }
        }
        Matcher own = RULE.matcher(Files.readString(Path.of("config/bankscore.yaml")));
        assertThat(own.find()).isTrue();
        delivered.remove(own.group(1));

        assertThat(commands().keySet()).containsExactlyElementsOf(delivered);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_sample_holds_what_the_command_asks_for(String rule) throws IOException {
        CommandsInProcess.Said said =
                new CommandsInProcess(folder).type("check", commands().getOrDefault(rule, ""), "--rule", rule);
        assertThat(said.code()).as(said.text()).isZero();
    }
}
