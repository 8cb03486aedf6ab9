package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/**
 * The real program among names that a terminal would obey, that turn what is read, or that XML cannot hold: in cells, names
 * of banks, sheets and files, the configuration and what is typed. It starts with a umask that keeps nothing from anybody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatGoesOutTest {

    private static final String PERIOD = "2022Q4";

    /** Goes red and rings, names the window, turns the direction, begins a line, and half of a control sequence of C1. */
    private static final String HOSTILE = "\u001B[31m\u0007\u001B]0;x\u0007\u202Egnp\u2066\u200F\u2028\u009B2J\u007F\r";

    /** As a workbook says it, which holds no control character. */
    private static final String IN_A_CELL =
            "_x001B_[31m_x0007__x001B_]0;x\u202Egnp\u2066\u200F\u2028\u009B2J\u007F_x000D_";

    /** What nothing that is shown may hold. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

    /** A workbook that says _x003D_cmd as this would have _x003D_ taken for the number of a character. */
    private static final String NUMBERED = "_x005F_x003D_cmd|'/c calc'!A1";

    @TempDir
    static Path folder = Path.of("");

    private final Map<String, Ended> ends = new TreeMap<>();

    @BeforeAll
    void runTheProgramOverAllOfThem() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        edit(config.resolve("bankscore.yaml"), "bureau: 上饶市财政局", "bureau: \"财政" + inYaml() + "局\"");
        edit(config.resolve("letter.yaml"), "office: ", "office: \"财政" + inYaml() + "局\"");
        Path input = folder.resolve("input");
        hostile().write(input);
        ends.put("run", program(config, "run", PERIOD, "--input", input.toString()));
        ends.put("check", program(config, "check", PERIOD, "--input", input.toString()));
        ends.put("nobody", program(config, "explain", PERIOD, "甲" + HOSTILE + "\n乙"));
        ends.put("option", program(config, "run", PERIOD, "--" + HOSTILE));
        ends.put("period", program(config, "run", HOSTILE + "\n2022Q4"));
        ends.put("database", program(config, "run", PERIOD, "--db", "jdbc:" + HOSTILE));
        Path wrong = folder.resolve("wrong");
        FolderCopy.of(Path.of("config"), wrong);
        edit(wrong.resolve("bankscore.yaml"), "rule: shangrao", "rule: \"" + inYaml() + "\"\n\"x" + inYaml() + "\": 1");
        ends.put("configuration", program(wrong, "run", PERIOD, "--input", input.toString()));
    }

    private static String inYaml() {
        return "\\e[31m\\a\\u202Egnp\\u2066\\u2028\\u009B2J\\x7F\\uFFFE";
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static SmallQuarter hostile() {
        SmallQuarter quarter = new SmallQuarter(new Period(2022, 4));
        quarter.set(SmallQuarter.ROSTER, "银行名录", "B3", "工商" + IN_A_CELL + "银行")
                .set(SmallQuarter.ROSTER, "银行名录", "C3", "工" + IN_A_CELL)
                .set(SmallQuarter.ROSTER, "银行名录", "D3", "工商银行")
                .set(SmallQuarter.ROSTER, "银行名录", "B4", NUMBERED)
                .set(SmallQuarter.ROSTER, "银行名录", "C4", NUMBERED)
                .set(SmallQuarter.ROSTER, "银行名录", "D4", "招商银行")
                .set(SmallQuarter.SERVICE, "服务", "A4", LocalDate.of(2022, 3, 1))
                .set(SmallQuarter.SERVICE, "服务", "B4", "工商银行")
                .set(SmallQuarter.SERVICE, "服务", "C4", "资金拨付")
                .set(SmallQuarter.SERVICE, "服务", "E4", NUMBERED);
        quarter.rows("甲" + HOSTILE + "\n错误.xlsx", "表\u202E_x003D_名", 1, List.of("银行名称", "存款余额" + IN_A_CELL, NUMBERED));
        return quarter;
    }

    private static Ended program(Path config, String... words) throws Exception {
        return program(config, output(), words);
    }

    private static Ended program(Path config, Path output, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--config", config.toString(), "--output", output.toString()));
        return ProgramProcess.ofThisBuild()
                .behind(List.of("sh", "-c", "umask 0 && exec \"$@\"", "sh"))
                .with("-Xmx512m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Dfile.encoding=UTF-8")
                .in(Map.of("BANKSCORE_TRACE", "yes"))
                .start(line)
                .ended();
    }

    private static Path output() {
        return folder.resolve("output");
    }

    private static Path published(String name) {
        return output().resolve(PERIOD).resolve("r1").resolve(name);
    }

    @Test
    void every_command_ends_as_it_should() {
        Map<String, Integer> codes = new TreeMap<>();
        ends.forEach((what, end) -> codes.put(what, end.code()));
        assertThat(codes)
                .as(ends.toString())
                .isEqualTo(new TreeMap<>(Map.of(
                        "run",
                        0,
                        "check",
                        0,
                        "nobody",
                        2,
                        "option",
                        2,
                        "period",
                        2,
                        "database",
                        2,
                        "configuration",
                        4)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_command_says_what_a_terminal_obeys(String command) {
        Ended ended = Objects.requireNonNull(ends.get(command));
        assertThat(ended.said()).isNotEmpty();
        assertThat(OBEYED.matcher(ended.said()).replaceAll("HERE")).as(command).doesNotContain("HERE");
        assertThat(ended.said().lines())
                .as("%s: what is typed or sent begins no line", command)
                .noneMatch(line -> line.startsWith("乙") || line.startsWith("错误.xlsx") || line.startsWith("2022Q4："));
    }

    private static Stream<String> commands() {
        return Stream.of("run", "check", "nobody", "option", "period", "database", "configuration");
    }

    @Test
    void nor_does_a_log() throws Exception {
        List<Path> logs = files(output().resolve("log"));
        assertThat(logs).isNotEmpty();
        for (Path log : logs) {
            assertThat(OBEYED.matcher(Files.readString(log)).replaceAll("HERE")).doesNotContain("HERE");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_part_of_a_document_is_whole_and_holds_nothing_of_the_kind(String name) throws Exception {
        for (Path file : documents(name)) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    if (part.getName().matches(".*\\.(?:xml|rels)")) {
                        String at = file.getFileName() + " " + part.getName();
                        String text;
                        try (InputStream in = zip.getInputStream(part)) {
                            text = text(in);
                        }
                        assertThat(OBEYED.matcher(text).replaceAll("HERE"))
                                .as(at)
                                .doesNotContain("HERE");
                        assertThat(text).as(at).doesNotContain("\uFFFE");
                    }
                }
            }
        }
    }

    private static Stream<String> documents() {
        return Stream.of("docx", "xlsx");
    }

    private static List<Path> documents(String ending) throws IOException {
        List<Path> found = files(output().resolve(PERIOD)).stream()
                .filter(path -> path.toString().endsWith(ending))
                .toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    /** All that a part says, in text and attributes; it must be XML. */
    private static String text(InputStream in) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        StringBuilder text = new StringBuilder(document.getDocumentElement().getTextContent());
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            var attributes = all.item(i).getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                text.append('\n').append(attributes.item(j).getNodeValue());
            }
        }
        return text.toString();
    }

    @Test
    void the_page_holds_nothing_of_the_kind_and_sets_names_apart() throws Exception {
        String page = Files.readString(published("report.html"));

        assertThat(OBEYED.matcher(page).replaceAll("HERE")).doesNotContain("HERE");
        assertThat(page).contains("<bdi>工", "<bdi>甲");
    }

    @Test
    void json_tells_such_characters_by_their_numbers_and_the_name_of_the_file_is_still_true() throws Exception {
        String json = Files.readString(published("manifest.json"));

        assertThat(OBEYED.matcher(json).replaceAll("HERE")).doesNotContain("HERE");
        assertThat(Program.json(published("manifest.json")).toString()).contains("\u202Egnp");
    }

    /** A cell that says _x003D_cmd says so in the book, and is no formula anywhere. */
    @Test
    void a_text_that_looks_like_the_number_of_a_character_comes_out_as_it_came_in() throws Exception {
        String seen = "_x003D_cmd|'/c calc'!A1";
        boolean told = false;
        for (Path file : documents("xlsx")) {
            try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
                for (Sheet sheet : book) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            if (cell.getCellType() == CellType.STRING) {
                                String text = cell.getStringCellValue();
                                assertThat(text).doesNotStartWith("=cmd").doesNotContain("'=cmd", "（=cmd");
                                told |= text.equals(seen);
                            }
                        }
                    }
                }
            }
        }
        assertThat(told).isTrue();
    }

    @Test
    void nobody_else_may_read_anything_that_was_written() throws Exception {
        try (Stream<Path> all = Files.walk(output())) {
            for (Path each : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.toString())
                        .endsWith("------");
            }
        }
    }

    /** A command where the group may read, and where one dead and one living process have put something aside. */
    @Test
    void the_group_may_read_where_it_says_so_and_only_what_the_dead_put_aside_goes() throws Exception {
        Path config = FolderCopy.of(Path.of("config"), folder.resolve("group"));
        edit(config.resolve("bankscore.yaml"), "rule: shangrao", "shared: group\nrule: shangrao");
        Path output = folder.resolve("group-output");
        Path works = Files.createDirectories(output.resolve(".work"));
        Path dead = Files.createDirectory(works.resolve("process-1"));
        Files.createFile(dead.resolve(".held"));
        Files.writeString(Files.createDirectory(dead.resolve("poifiles")).resolve("sheet.xml"), "工商银行");
        Path alive = Files.createDirectory(works.resolve("process-2"));
        Ended ended;
        try (FileChannel held =
                FileChannel.open(alive.resolve(".held"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(held.tryLock()).isNotNull();
            ended = program(
                    config,
                    output,
                    "template",
                    PERIOD,
                    "--input",
                    folder.resolve("input").toString());
        }

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(files(works)).containsExactly(alive.resolve(".held"));
        try (Stream<Path> all = Files.walk(output)) {
            for (Path each : all.filter(path -> !path.equals(output)).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.toString())
                        .isEqualTo(Files.isDirectory(each) ? "rwxr-x---" : "rw-r-----");
            }
        }
    }

    @Test
    void nothing_that_is_put_aside_is_left() {
        assertThat(output().resolve(".work")).doesNotExist();
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
