package bankscore.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import bankscore.cli.doctor.Doctor.Line;
import bankscore.cli.doctor.Doctor.State;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.run.Engine.DatabaseUnavailable.Reason;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a machine, on machines that are made up. */
class DoctorTest {

    private static final ZonedDateTime NOW =
            ZonedDateTime.ofInstant(Instant.parse("2026-11-27T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    /** A machine that has everything. */
    private static final Map<String, Object> WELL = Map.ofEntries(
            Map.entry("java", 17),
            Map.entry("runtime", Path.of("/opt/java")),
            Map.entry("heap", 512L),
            Map.entry("memory", 8000L),
            Map.entry("output", Path.of("output")),
            Map.entry("free", 50000L),
            Map.entry("unwritable", List.of()),
            Map.entry("unreadable", List.of()),
            Map.entry("fonts", Optional.of(Set.of("方正小标宋简体", "仿宋", "楷体", "黑体", "宋体", "Arial"))),
            Map.entry("libreOffice", Optional.of(Path.of("/usr/bin/soffice"))),
            Map.entry("database", Optional.of("")),
            Map.entry("now", NOW),
            Map.entry("written", Optional.of(NOW.toInstant().plusSeconds(3600))),
            Map.entry("port", 8620),
            Map.entry("portFree", true));

    private final Words words = WordsLoader.load();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void of_a_machine_that_has_everything_each_thing_is_said_in_a_line() throws ReflectiveOperationException {
        assertThat(Doctor.look(machine("java", 17), words))
                .extracting(Line::state, Line::text)
                .containsExactly(Stream.of(
                                "Java 17，在 /opt/java",
                                "内存 8000 MB，程序最多用 512 MB",
                                "磁盘空余 50000 MB（output）",
                                "结果文件夹和临时文件夹可以写入",
                                "配置文件夹和收件文件夹可以读取",
                                "时钟 2026-11-27 10:00",
                                "数据库可以打开",
                                "公文用的字体都已安装",
                                "LibreOffice 在 /usr/bin/soffice，可以生成 PDF",
                                "端口 8620 空闲，工作台可以使用")
                        .map(line -> tuple(State.GOOD, line))
                        .toArray(Tuple[]::new));
    }

    /** One thing that is otherwise, and what is said of it; 2011 MB are one less than 512 and 1500. */
    static List<Arguments> lacks() {
        return List.of(
                lack("java", 11, State.BAD, "Java 11 太旧：请改用自带 Java 的发布包，或安装 Java 17 以上版本。"),
                lack("memory", 2011L, State.CARE, "内存 2011 MB，程序最多用 512 MB：运行时请关闭其他程序。"),
                lack("memory", 511L, State.BAD, "内存 511 MB 不够，程序要用 512 MB：请换一台电脑。"),
                lack("free", 1999L, State.CARE, "磁盘只空余 1999 MB（output）：够用几期，请早些清理。"),
                lack("free", 199L, State.BAD, "磁盘只空余 199 MB（output）：请先清理出 200 MB 以上。"),
                lack(
                        "unwritable",
                        List.of(Path.of("output")),
                        State.BAD,
                        "不能写入 output：请把程序解压到自己有权写入的文件夹，或用 --output 另写一个。"),
                lack("unreadable", List.of(Path.of("config")), State.BAD, "不能读取 config：请检查文件夹是否还在、自己有没有权限。"),
                lack(
                        "written",
                        Optional.of(NOW.toInstant().plusSeconds(3601)),
                        State.BAD,
                        "时钟 2026-11-27 10:00 早于结果文件夹里最后写入的时间 2026-11-27 11:00：公文和历史记录上的日期会错，请先校准时钟。"),
                lack(
                        "now",
                        NOW.withZoneSameInstant(ZoneId.of("UTC")),
                        State.CARE,
                        "时钟 2026-11-27 02:00，时区是 UTC，不是北京时间：公文和历史记录上的日期可能差一天，请改时区。"),
                lack("database", Optional.of("IN_USE"), State.CARE, "数据库正由另一个 bankscore 使用：等它结束，或在工作台里操作。"),
                lack("database", Optional.of("BROKEN"), State.BAD, "数据库打不开：文件如有损坏，请用备份恢复 output 文件夹。"),
                lack("database", Optional.empty(), State.GOOD, "还没有数据库，第一次运行时自动建立"),
                lack(
                        "fonts",
                        Optional.of(Set.of("仿宋", "黑体", "宋体")),
                        State.CARE,
                        "没有安装公文用的字体 方正小标宋简体、楷体：打印时会用别的字体代替，分行分页可能不同；请在装有这些字体的电脑上打印。"),
                lack("fonts", Optional.empty(), State.CARE, "看不到这台电脑的字体：打印公文前请确认装有方正小标宋简体、仿宋、楷体、黑体、宋体。"),
                lack(
                        "libreOffice",
                        Optional.empty(),
                        State.CARE,
                        "没有 LibreOffice：不影响计算和公文，只是不能直接生成 PDF；请用 WPS 或 Word 打开后打印。"),
                lack("portFree", false, State.CARE, "端口 8620 已被占用：工作台会自动换下一个端口；也可能工作台已经打开。"));
    }

    private static Arguments lack(String what, Object value, State state, String text) {
        return Arguments.of(what, value, state, text);
    }

    @ParameterizedTest
    @MethodSource("lacks")
    void what_is_otherwise_is_said_with_what_to_do_and_everything_else_is_well(
            String what, Object value, State state, String text) throws ReflectiveOperationException {
        List<Line> lines = Doctor.look(machine(what, value), words);

        assertThat(lines).hasSize(10).contains(new Line(state, text));
        assertThat(lines).filteredOn(line -> line.state() != State.GOOD).hasSize(state == State.GOOD ? 0 : 1);
    }

    @Test
    void every_reason_why_a_database_does_not_open_has_its_words() {
        assertThat(words.keys())
                .containsAll(Arrays.stream(Reason.values())
                        .map(reason -> "cli.doctor.database." + reason)
                        .toList());
    }

    @Test
    void the_fonts_that_are_looked_for_are_those_of_the_letter() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/templates/letter-styles.xml"))) {
            Set<String> used = Pattern.compile("w:eastAsia=\"([^\"]*[\\u4e00-\\u9fff][^\"]*)\"")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(List.of(words.text("cli.doctor.fonts").split("、", -1)))
                    .containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void this_machine_is_looked_at_and_left_as_it_was() throws IOException {
        Path output = folder.resolve("not yet").resolve("output");
        ThisMachine machine = new ThisMachine(
                output, List.of(folder, folder.resolve("gone")), Map.of("PATH", folder.toString()), Clock.systemUTC());
        Files.writeString(folder.resolve("soffice"), "");

        Surroundings seen = machine.around(machine.written(), Optional.empty());

        assertThat(seen.java()).isGreaterThanOrEqualTo(17);
        assertThat(seen.memory()).isPositive();
        assertThat(seen.free()).isPositive();
        assertThat(seen.unwritable()).isEmpty();
        assertThat(seen.unreadable()).containsExactly(folder.resolve("gone"));
        assertThat(seen.written()).isEmpty();
        assertThat(seen.libreOffice()).hasValue(folder.resolve("soffice"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("soffice"));
        }
    }

    /** A machine that has everything but one thing. */
    private static Surroundings machine(String otherwise, Object value) throws ReflectiveOperationException {
        Map<String, Object> things = new HashMap<>(WELL);
        things.put(otherwise, value);
        RecordComponent[] parts = Surroundings.class.getRecordComponents();
        return Surroundings.class
                .getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(Arrays.stream(parts)
                        .map(part -> things.get(part.getName()))
                        .toArray());
    }
}
