package bankscore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.finding.InputChanged;
import bankscore.read.file.InputFile;
import bankscore.read.xlsx.Zips;
import bankscore.sheet.FileLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFolderTest {

    private final Path temporary;
    private final Path folder;
    private final Path work;

    InputFolderTest(@TempDir Path temporary) throws IOException {
        this.temporary = temporary;
        folder = Files.createDirectories(temporary.resolve("2022Q4"));
        work = temporary.resolve("work");
    }

    private InputFolder.Taken take() throws Exception {
        return new InputFolder(folder, FileLimits.USUAL).take(work);
    }

    private void workbook(String name, int value) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name).resolve("..").normalize());
        Zips.write(folder, "tmp", Zips.workbook("<row><c><v>" + value + "</v></c></row>"));
        Files.move(folder.resolve("tmp"), file);
    }

    private static List<String> lines(InputFolder.Taken taken) {
        return taken.findings().stream()
                .map(finding -> finding.code() + " " + finding.place() + " " + finding.details())
                .toList();
    }

    private static List<String> names(InputFolder.Taken taken) {
        return taken.files().stream().map(InputFile::name).toList();
    }

    @Test
    void every_workbook_below_the_folder_is_copied_and_hashed_in_the_order_of_its_path() throws Exception {
        workbook("税务局/税收.xlsx", 2);
        workbook("b.dat", 1);
        Files.writeString(folder.resolve("a.csv"), "abc");

        InputFolder.Taken taken = take();

        assertThat(names(taken)).containsExactly("a.csv", "b.dat", "税务局/税收.xlsx");
        assertThat(taken.findings()).isEmpty();
        InputFile csv = taken.files().get(0);
        // SHA-256 of "abc", from FIPS 180-2.
        assertThat(csv.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(csv.size()).isEqualTo(3);
        assertThat(csv.copy()).hasContent("abc").hasParent(work);
        try (Stream<Path> copies = Files.list(work)) {
            assertThat(copies).hasSize(3);
        }
    }

    @Test
    void what_is_not_read_is_told() throws Exception {
        workbook("a.xlsx", 1);
        workbook("copy.xlsx", 1);
        workbook("open.xlsx", 2);
        Files.writeString(folder.resolve("~$open.xlsx"), "x");
        workbook("other.xlsx", 3);
        Files.writeString(folder.resolve(".~lock.other.xlsx#"), "x");
        Files.writeString(folder.resolve("~$gone.xlsx"), "x");
        Files.writeString(folder.resolve(".~lock.gone.xls#"), "x");
        Files.writeString(folder.resolve("~$letter.docx"), "x");
        Files.writeString(folder.resolve(".hidden"), "x");
        workbook(".hidden.xlsx", 4);
        workbook(".trash/old.xlsx", 5);
        workbook("税务局/.cache/old.xlsx", 6);
        Files.writeString(folder.resolve("Thumbs.db"), "x");
        Files.writeString(folder.resolve("readme.txt"), "x");
        Files.createFile(folder.resolve("empty.xlsx"));
        Files.createFile(folder.resolve("~WRL0001.tmp"));
        Files.writeString(folder.resolve("web.xls"), "<html>");
        Files.writeString(folder.resolve("cut.xlsx"), "PK\u0003\u0004 and no more");

        InputFolder.Taken taken = take();

        assertThat(names(taken)).containsExactly("a.xlsx");
        assertThat(lines(taken))
                .containsExactly(
                        "E106 other.xlsx {found=.~lock.other.xlsx#}",
                        "N108 ~$gone.xlsx {found=gone.xlsx}",
                        "E106 open.xlsx {found=~$open.xlsx}",
                        "N105 copy.xlsx {found=a.xlsx}",
                        "E102 cut.xlsx {found=CONTAINER}",
                        "N109 empty.xlsx {found=EMPTY}",
                        "N106 readme.txt {found=TEXT}",
                        "E105 web.xls {found=HTML}",
                        "N109 ~WRL0001.tmp {found=EMPTY}");
        try (Stream<Path> copies = Files.list(work)) {
            assertThat(copies).hasSize(1);
        }
    }

    @Test
    void links_are_not_followed() throws Exception {
        workbook("a.xlsx", 1);
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "1");
        Files.createSymbolicLink(folder.resolve("file.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(folder.resolve("folder"), outside);

        InputFolder.Taken taken = take();

        assertThat(names(taken)).containsExactly("a.xlsx");
        assertThat(lines(taken)).containsExactly("N106 file.csv {found=LINK}", "N106 folder {found=LINK}");
    }

    @Test
    void nothing_there_is_an_error() throws Exception {
        assertThat(lines(take())).containsExactly("E101  {found=2022Q4}");
        Files.writeString(folder.resolve("readme.txt"), "x");
        assertThat(lines(take())).containsExactly("E101  {found=2022Q4}", "N106 readme.txt {found=TEXT}");
        assertThat(lines(new InputFolder(temporary.resolve("2023Q1"), FileLimits.USUAL).take(work)))
                .containsExactly("E101  {found=2023Q1}");
    }

    @Test
    void a_file_that_appears_meanwhile_stops_the_taking() throws Exception {
        workbook("a.xlsx", 1);

        // The copies themselves land in the folder.
        assertThatThrownBy(() -> new InputFolder(folder, FileLimits.USUAL).take(folder.resolve("work")))
                .isInstanceOfSatisfying(
                        InputChanged.class,
                        changed -> assertThat(changed.file()).startsWith("work/"));
    }

    @Test
    void any_touch_is_a_difference() {
        InputFolder.Seen seen = new InputFolder.Seen(Path.of("a"), true, 10, FileTime.fromMillis(1), "inode 1");
        Map<InputFolder.Seen, Boolean> table = Map.of(
                seen,
                false,
                new InputFolder.Seen(Path.of("a"), true, 11, FileTime.fromMillis(1), "inode 1"),
                true,
                new InputFolder.Seen(Path.of("a"), true, 10, FileTime.fromMillis(2), "inode 1"),
                true,
                new InputFolder.Seen(Path.of("a"), true, 10, FileTime.fromMillis(1), "inode 2"),
                true);

        table.forEach((after, differs) -> assertThat(InputFolder.firstDifference(
                                new TreeMap<>(Map.of("a.xlsx", seen)), new TreeMap<>(Map.of("a.xlsx", after)))
                        .isPresent())
                .isEqualTo(differs));
        assertThat(InputFolder.firstDifference(new TreeMap<>(Map.of("a.xlsx", seen)), new TreeMap<>()))
                .contains("a.xlsx");
    }
}
