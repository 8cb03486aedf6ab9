package bankscore.intake.header;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Dataset.Years;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.SheetHeader.Statement;
import bankscore.intake.text.PeriodText;
import bankscore.intake.text.PeriodText.Shape;
import bankscore.sheet.Cell;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a sheet says of its period, in the lines above its header and in its own name, and whether figures of the run can be
 * meant ({@code src/docs/input.md}, Periods).
 */
public final class StatedPeriods {

    private final Place sheet;
    private final Period run;
    private final List<Stated> all = new ArrayList<>();

    /**
     * A statement and where it stands.
     *
     * @param written as the sender wrote it, with all that stands around it
     */
    private record Stated(PeriodText period, Statement statement, String written) {}

    StatedPeriods(Place sheet, Period run) {
        this.sheet = sheet;
        this.run = run;
    }

    /** Takes in a line above the header. One that states several periods heads columns and says nothing of the sheet. */
    void add(List<Cell> cells) {
        List<Stated> line = new ArrayList<>();
        for (Cell cell : cells) {
            PeriodText.of(HeaderMatch.text(cell), run)
                    .ifPresent(period -> line.add(new Stated(
                            period,
                            new Statement(period.shown(), cell.at().a1()),
                            cell.value().shown())));
        }
        if (line.stream().map(Stated::period).distinct().count() == 1) {
            all.add(line.get(0));
        }
    }

    /** All of them: of the lines from top to bottom, then of the sheet's name, unless that is the name of a CSV file. */
    private List<Stated> stated() {
        List<Stated> stated = new ArrayList<>(all);
        String file = sheet.file().substring(sheet.file().lastIndexOf('/') + 1);
        boolean fileName = file.startsWith(sheet.sheet()) && !file.matches("(?i).*\\.xls[xm]?");
        if (!fileName) {
            PeriodText.of(sheet.sheet(), run)
                    .ifPresent(
                            period -> stated.add(new Stated(period, new Statement(period.shown(), ""), sheet.sheet())));
        }
        return stated;
    }

    /** The statement that says most: months before a quarter, a quarter before a year. */
    Optional<Statement> shown() {
        return stated().stream()
                .max(Comparator.comparing(each -> each.period().shape() == Shape.UNTIL
                        ? Shape.MONTHS
                        : each.period().shape()))
                .map(Stated::statement);
    }

    /** The first statement by which the sheet's figures are not the run's. */
    Optional<Finding> judge(Dataset dataset, List<HeaderColumn> columns) {
        if (dataset.isRegister() || dataset.checks().years() == Years.ANY) {
            return Optional.empty();
        }
        List<Stated> stated = stated();
        Judged judged = new Judged(dataset, columns, stated);
        return stated.stream().flatMap(each -> judged.finding(each).stream()).findFirst();
    }

    /** One sheet's statements held against what its columns are. */
    private final class Judged {

        private final Dataset dataset;
        private final boolean money;
        private final boolean ledger;
        private final Optional<HeaderColumn> cumulative;
        private final boolean saidCumulative;

        Judged(Dataset dataset, List<HeaderColumn> columns, List<Stated> stated) {
            this.dataset = dataset;
            this.money = ofPeriodEnd(dataset)
                    && columns.stream().anyMatch(each -> each.column().kind() == Column.Kind.MONEY);
            this.ledger =
                    dataset.columns().stream().anyMatch(column -> column.days().withinYear());
            this.cumulative = columns.stream()
                    .filter(each -> each.column().kind().isNumeric()
                            && each.column().amount().flow() == Column.Flow.YTD)
                    .findFirst();
            this.saidCumulative =
                    cumulative.filter(each -> each.heading().contains("累计")).isPresent()
                            || stated.stream()
                                    .map(Stated::period)
                                    .anyMatch(each -> each.cumulative() || (each.from() == 1 && each.to() > 1));
        }

        Optional<Finding> finding(Stated each) {
            PeriodText period = each.period();
            boolean alone = period.shape() == Shape.YEAR;
            if (!period.dated() && !money && cumulative.isEmpty()) {
                return Optional.empty();
            }
            boolean planned = dataset.checks().years() == Years.NEXT;
            // A later year alone may be that of sending, but not above money.
            boolean other = alone
                    ? period.year() != run.year() + (planned ? 1 : 0) && (money || period.year() < run.year())
                    : !period.quarter().equals(run);
            boolean allowed = (planned && period.year() == run.year() + 1 && period.shape() != Shape.QUARTER)
                    || (dataset.checks().years() == Years.LAST && period.year() == run.year() - 1 && period.to() == 12)
                    || (ledger && period.year() == run.year() && !period.isAfter(run) && period.from() > 0);
            if (allowed) {
                return Optional.empty();
            }
            if (other) {
                Finding finding = found(each);
                return Optional.of(
                        planned ? finding.with(Finding.VARIANT, "next").with("next", run.year() + 1) : finding);
            }
            if (money && !alone && period.to() != run.quarter() * 3) {
                return Optional.of(upTo(found(each).with(Finding.VARIANT, "end")));
            }
            return cumulative
                    .filter(column -> isPart(period))
                    .map(column -> upTo(found(each).column(column.heading()).with(Finding.VARIANT, "part")));
        }

        /** A month or a quarter alone, where all of the year so far is meant. */
        private boolean isPart(PeriodText period) {
            return (period.part() && !period.cumulative())
                    || (period.from() > 1 && !(saidCumulative && period.from() == period.to()));
        }

        private Finding found(Stated each) {
            Statement statement = each.statement();
            return Finding.of(Code.E114, statement.at().isEmpty() ? sheet : sheet.at(statement.at()))
                    .with("stated", each.written())
                    .with("expected", run);
        }

        private Finding upTo(Finding finding) {
            return finding.with("year", run.year()).with("month", run.quarter() * 3);
        }
    }

    /** Whether its rows are of the period's end or of the year so far; records may come in batches. */
    private static boolean ofPeriodEnd(Dataset dataset) {
        return dataset.isOfSubjects() || dataset.rows() == Dataset.Rows.OTHER;
    }

    /** What to know of a sheet of money that says nothing of its period. */
    public static Optional<Finding> unstated(SheetHeader header, Period run) {
        Dataset dataset = header.dataset();
        boolean money = header.columns().stream().anyMatch(each -> each.column().kind() == Column.Kind.MONEY);
        if (!money
                || !ofPeriodEnd(dataset)
                || dataset.checks().years() == Years.ANY
                || header.period().isPresent()) {
            return Optional.empty();
        }
        boolean flows = header.columns().stream()
                .anyMatch(each -> each.column().amount().flow() == Column.Flow.YTD);
        Finding finding = Finding.of(Code.N115, header.sheet())
                .with("year", dataset.checks().years() == Years.NEXT ? run.year() + 1 : run.year())
                .with("month", run.quarter() * 3);
        return Optional.of(
                dataset.checks().years() == Years.NEXT
                        ? finding.with(Finding.VARIANT, "next")
                        : flows ? finding.with(Finding.VARIANT, "flow") : finding);
    }
}
