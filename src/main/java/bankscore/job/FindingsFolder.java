package bankscore.job;

import bankscore.domain.finding.PrintedFinding;
import bankscore.domain.finding.Words;
import bankscore.report.FindingsJson;
import bankscore.report.FindingsSummary;
import bankscore.report.FindingsWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code output/<period>/findings/}: replaced at every check, removed by a clean one. */
final class FindingsFolder {

    private static final String LIST = "问题清单.xlsx";
    private static final String JSON = "findings.json";

    private final Path folder;

    FindingsFolder(Path period) {
        this.folder = period.resolve("findings");
    }

    void remove() throws IOException {
        RevisionFolder.delete(folder);
    }

    Path replace(List<PrintedFinding> findings, FindingsSummary summary, Words words) throws IOException {
        remove();
        Files.createDirectories(folder);
        Files.write(folder.resolve(JSON), FindingsJson.of(findings, words));
        FindingsWorkbook.write(findings, summary, words, folder.resolve(LIST));
        return folder;
    }
}
