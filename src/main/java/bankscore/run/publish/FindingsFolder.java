package bankscore.run.publish;

import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.paper.json.FindingsJson;
import bankscore.paper.returns.CheckSummary;
import bankscore.paper.returns.MarkedCopy;
import bankscore.paper.returns.ProblemList;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.run.request.Deletion;
import bankscore.run.request.FileNames;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.Privacy;
import bankscore.sheet.SheetRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code output/<period>/findings/}: replaced at every check, removed by a clean one.
 *
 * <p>A file that is open elsewhere, or that cannot be deleted for that reason, is left as it is, and its successor gets a
 * number.
 */
public final class FindingsFolder {

    private static final String LIST = "问题清单.xlsx";
    private static final String JSON = "findings.json";

    private final Path folder;

    public FindingsFolder(PeriodFolder period) {
        this.folder = period.place().resolve("findings");
    }

    /** What the latest check found; empty if there is nothing, or it cannot be read. */
    public List<PrintedFinding> told() throws IOException {
        Path file = folder.resolve(JSON);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? FindingsJson.read(Files.readAllBytes(file))
                : List.of();
    }

    /** What may be sent back: the list and the marked copies, by name. */
    public List<Path> returned() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.toString().endsWith(".xlsx") && !isLock(each))
                    .sorted()
                    .toList();
        }
    }

    public void remove() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            // A link, whose folder is somebody else's.
            Deletion.of(folder);
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        boolean empty = true;
        for (Path file : files) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Deletion.of(file);
            } else {
                empty &= !isLock(file) && !isOpen(file) && isDeleted(file);
            }
        }
        if (empty) {
            Files.delete(folder);
        }
    }

    /** Windows refuses to delete what a program holds open. */
    private static boolean isDeleted(Path file) {
        try {
            Files.delete(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isLock(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("~$") || name.startsWith(".~");
    }

    /** Excel, WPS and LibreOffice lay a file beside what they have open. */
    private static boolean isOpen(Path file) {
        String name = String.valueOf(file.getFileName());
        return Stream.of("~$" + name, ".~" + name, ".~lock." + name + "#")
                .anyMatch(lock -> Files.exists(file.resolveSibling(lock)));
    }

    /**
     * Writes the list, its twin for programs, and a marked copy of every workbook with a finding.
     *
     * @param files the workbooks that could be opened
     */
    public Path replace(List<PrintedFinding> findings, CheckSummary summary, List<InputFile> files, Words words)
            throws IOException {
        remove();
        Privacy.folder(folder);
        Files.write(folder.resolve(JSON), FindingsJson.of(findings, words));
        ProblemList.write(findings, summary, words, free(LIST));
        Map<String, Optional<InputFile>> returned = new LinkedHashMap<>();
        findings.stream()
                .filter(FindingsFolder::isOfWorkbook)
                .forEach(finding -> returned.putIfAbsent(finding.place().file(), Optional.empty()));
        files.forEach(file -> returned.computeIfPresent(file.name(), (name, none) -> Optional.of(file)));
        for (Map.Entry<String, Optional<InputFile>> each : returned.entrySet()) {
            copy(each.getKey(), each.getValue(), findings, words);
        }
        return folder;
    }

    /** What is no workbook, or was sent twice, is not returned. */
    private static boolean isOfWorkbook(PrintedFinding finding) {
        return !finding.place().file().isEmpty() && finding.code() != Code.N105 && finding.code() != Code.N106;
    }

    private void copy(String name, Optional<InputFile> file, List<PrintedFinding> findings, Words words)
            throws IOException {
        if (file.isEmpty()) {
            // It could not be opened: only the sheet that says why.
            try (MarkedCopy copy = new MarkedCopy(name, List.of(), findings, words)) {
                copy.write(free(safe(name, words)));
            }
            return;
        }
        try {
            Workbooks.<Boolean, IOException>reading(file.get(), workbook -> {
                List<Sheet> sheets = workbook.sheets().stream()
                        .filter(sheet -> !sheet.hidden())
                        .toList();
                List<String> names = sheets.stream().map(Sheet::name).toList();
                try (MarkedCopy copy = new MarkedCopy(name, names, findings, words)) {
                    for (Sheet sheet : sheets) {
                        copy.sheet(sheet.name());
                        copyRows(workbook, sheet, copy);
                    }
                    copy.write(free(safe(name, words)));
                }
                return true;
            });
        } catch (UnreadableFile e) {
            copy(name, Optional.empty(), findings, words);
        }
    }

    /** A sheet that breaks off is copied as far as it can be read. */
    private static void copyRows(Workbook workbook, Sheet sheet, MarkedCopy copy) {
        try (Rows rows = workbook.rows(sheet)) {
            for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                copy.row(row.get());
            }
        } catch (UnreadableFile e) {
            // The list says so.
        }
    }

    /** One name for a file in a sub-folder, made of characters that every system takes. */
    public static String safe(String name, Words words) {
        return words.text("copy.file", "name", FileNames.end(name.replaceFirst("\\.[A-Za-z]{2,5}$", ""))) + ".xlsx";
    }

    private Path free(String name) {
        Path path = folder.resolve(name);
        for (int number = 2; Files.exists(path); number++) {
            path = folder.resolve(name.replaceFirst("\\.xlsx$", "(" + number + ").xlsx"));
        }
        return path;
    }
}
