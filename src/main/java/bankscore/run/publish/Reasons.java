package bankscore.run.publish;

import bankscore.facts.WrittenReason;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import bankscore.store.FactStore.ReasonRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The offices' written reasons, each put to the findings to verify that it fits: by code, file and cell. */
record Reasons(List<ReasonRow> rows) {
    /** The finding with the first reason that fits it. */
    PrintedFinding with(PrintedFinding finding) {
        return rows.stream()
                .map(ReasonRow::reason)
                .filter(reason -> fits(reason, finding))
                .findFirst()
                .map(reason -> finding.withReason(reason.reason()))
                .orElse(finding);
    }

    /**
     * The reasons that fit no finding, each with the one that comes nearest. A code with a colon is none of a finding's; it
     * belongs to the application.
     *
     * @param headers the sheets by number
     * @param scored whether all findings are known; until then nothing is said of the codes of scores
     * @param none what to say if there is nothing to give a reason for
     */
    List<Finding> idle(List<PrintedFinding> findings, Map<Integer, SheetHeader> headers, boolean scored, String none) {
        List<PrintedFinding> open = findings.stream()
                .filter(finding -> finding.level() == Level.REVIEW && finding.code() != Code.W231)
                .toList();
        List<Finding> idle = new ArrayList<>();
        for (ReasonRow row : rows) {
            WrittenReason reason = row.reason();
            boolean early =
                    !scored && codeOf(reason).filter(Reasons::isOfScores).isPresent();
            if (reason.code().indexOf(':') < 0 && !early && open.stream().noneMatch(finding -> fits(reason, finding))) {
                idle.add(Finding.of(Code.W231, place(row, headers))
                        .with(
                                "found",
                                String.join(" ", reason.code(), reason.file(), reason.cell())
                                        .strip())
                        .with("near", nearest(reason, open).map(Reasons::told).orElse(none)));
            }
        }
        return idle;
    }

    private static Optional<Code> codeOf(WrittenReason reason) {
        return List.of(Code.values()).stream()
                .filter(code -> code.name().equals(reason.code()))
                .findFirst();
    }

    private static boolean isOfScores(Code code) {
        return code.stage() == Code.Stage.SCORE;
    }

    private static Place place(ReasonRow row, Map<Integer, SheetHeader> headers) {
        SheetHeader header = headers.get(row.sheet());
        return header == null
                ? Place.NONE
                : header.column(Column.Role.CODE)
                        .map(column -> header.sheet().at(new CellRef(row.row(), column.index()).a1()))
                        .orElse(header.sheet());
    }

    private static String told(PrintedFinding finding) {
        return (finding.code() + " " + finding.place()).strip();
    }

    /** The finding that shares most with a reason: first of all its code. */
    private static Optional<PrintedFinding> nearest(WrittenReason reason, List<PrintedFinding> open) {
        return open.stream()
                .max(Comparator.comparingInt((PrintedFinding finding) -> alike(reason, finding))
                        // The first of equals.
                        .thenComparing(Comparator.comparingInt((PrintedFinding finding) -> open.indexOf(finding))
                                .reversed()));
    }

    private static int alike(WrittenReason reason, PrintedFinding finding) {
        return (isSameCode(reason, finding) ? 4 : 0)
                + (isSameFile(reason.file(), finding.place().file()) ? 2 : 0)
                + (isSameCell(reason, finding) ? 1 : 0);
    }

    private static boolean fits(WrittenReason reason, PrintedFinding finding) {
        return finding.level() == Level.REVIEW
                && isSameCode(reason, finding)
                && (reason.file().isEmpty()
                        || isSameFile(reason.file(), finding.place().file()))
                && (reason.cell().isEmpty() || isSameCell(reason, finding));
    }

    private static boolean isSameCode(WrittenReason reason, PrintedFinding finding) {
        return reason.code().equals(finding.code().name());
    }

    private static boolean isSameCell(WrittenReason reason, PrintedFinding finding) {
        return reason.cell().equals(finding.place().cell().toUpperCase(Locale.ROOT));
    }

    private static boolean isSameFile(String stated, String file) {
        String one = Register.key(stated).replace('\\', '/');
        String other = Register.key(file);
        return other.equals(one) || other.endsWith("/" + one);
    }
}
