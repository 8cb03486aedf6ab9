package bankscore.subsidy.papers;

import bankscore.finding.Words;
import bankscore.subsidy.decide.Decisions.Payment;
import bankscore.subsidy.say.ListedClaimants;
import bankscore.subsidy.say.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists that are too long for a sheet or an annex, as files of their own. */
public final class ListFiles {

    private ListFiles() {}

    /** {@code 拨付清单.csv}: payments, then what is to come back. */
    public static void writePayments(Report report, Words words, Path file) throws IOException {
        try (CsvFile out = new CsvFile(file)) {
            out.row(List.of(words.text("csv.payments").split("\\|", -1)));
            long number = 0;
            for (Payment each : Stream.concat(
                            report.decisions().payments().stream(), report.decisions().recoveries().stream())
                    .toList()) {
                out.row(List.of(
                        Long.toString(++number),
                        CsvFile.text(each.name()),
                        CsvFile.text(each.branch()),
                        CsvFile.text(each.account()),
                        each.amount().yuan()));
            }
        }
    }

    /** {@code 公示名单.csv}: who is granted how much, fit for everybody's eyes. */
    public static void writeListed(Report report, List<ListedClaimants.Row> listed, Words words, Path file)
            throws IOException {
        try (CsvFile out = new CsvFile(file)) {
            out.row(List.of(words.text("csv.listed").split("\\|", -1)));
            long number = 0;
            for (ListedClaimants.Row each : listed) {
                out.row(List.of(
                        Long.toString(++number),
                        report.scheme().subsidy(each.subsidy()).orElseThrow().name(),
                        CsvFile.text(each.name()),
                        CsvFile.text(each.number()),
                        Long.toString(each.lines()),
                        each.amount().yuan()));
            }
        }
    }
}
