package bankscore.subsidy;

import bankscore.facts.Claim;
import bankscore.facts.Fact;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.table.TableCheck;
import bankscore.intake.table.staged.StagedTables;
import bankscore.run.stage.StagedPeriod;
import bankscore.subsidy.decide.Claims;
import bankscore.subsidy.decide.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is staged of a period, line by line: claims as they are, of a table of subjects one line a subject. */
final class StagedClaims implements Claims {

    private final StagedPeriod staged;
    private final StagedTables tables;
    private final TableCheck rows;
    private final long instance;
    private final Memory memory;

    StagedClaims(StagedPeriod staged, StagedTables tables, TableCheck rows, long instance, Memory memory) {
        this.staged = staged;
        this.tables = tables;
        this.rows = rows;
        this.instance = instance;
        this.memory = memory;
    }

    @Override
    public List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        tables.sheets()
                .forEach((number, header) ->
                        sheets.add(new Sheet(number, header.sheet().sheetOnly())));
        return sheets;
    }

    @Override
    public void each(String id, Taker to) {
        Optional<Dataset> dataset =
                tables.datasets().stream().filter(each -> each.id().equals(id)).findFirst();
        if (dataset.filter(each -> each.rows() == Dataset.Rows.SUBJECT).isPresent()) {
            Map<String, Claim> before = before(dataset.get());
            rows.rows(id).forEach(row -> to.take(row.sheet(), line(dataset.get(), row, before)));
        } else {
            staged.eachClaim(instance, id, each -> to.take(each.sheet(), each.value()));
        }
    }

    /** What the period right before published of each subject, if a column of the table may repeat it (subsidy.md#follows). */
    private Map<String, Claim> before(Dataset dataset) {
        Map<String, Claim> before = new HashMap<>();
        Optional<Column> subject = dataset.first(Column.Kind.SUBJECT);
        if (subject.isPresent()
                && dataset.columns().stream()
                        .anyMatch(column -> column.ties().follows().isPresent())) {
            memory.each(granted -> {
                if (granted.period().equals(tables.period().previous())
                        && granted.claim().dataset().equals(dataset.id())) {
                    before.put(granted.claim().text(subject.get().id()), granted.claim());
                }
            });
        }
        return before;
    }

    /** A row of a table of subjects. */
    private Claim line(Dataset dataset, TableCheck.Row row, Map<String, Claim> before) {
        Fact any = row.any();
        // Of a row only its figures' cells are staged, so that it comes back the same when it is decided again.
        int at = row.figures().values().stream()
                .mapToInt(figure -> figure.at().column())
                .min()
                .orElse(0);
        Map<String, Claim.Entry> cells = new HashMap<>();
        for (Column column : dataset.columns()) {
            entry(column, row, any, at)
                    .or(() -> column.ties()
                            .follows()
                            .flatMap(repeated -> Optional.ofNullable(before.get(any.subject()))
                                    .flatMap(known -> known.amount(repeated)))
                            .map(value -> new Claim.Amount(at, value)))
                    .ifPresent(entry -> cells.put(column.id(), entry));
        }
        return new Claim(dataset.id(), row.row(), cells);
    }

    private Optional<Claim.Entry> entry(Column column, TableCheck.Row row, Fact any, int at) {
        return switch (column.kind()) {
            case SUBJECT ->
                Optional.of(new Claim.Party(
                        at,
                        any.subject(),
                        rows.subjectName(any.subject()),
                        tables.roster().subject(any.subject()).isPresent()));
            case MONEY, NUMBER, PERCENT ->
                Optional.ofNullable(row.figures().get(column.id()))
                        .flatMap(figure -> figure.value()
                                .map(value -> new Claim.Amount(figure.at().column(), value)));
            case CHOICE -> words(at, any.choice());
            case TEXT -> words(at, any.note());
            case LABEL -> words(at, any.label());
            case DATE -> any.day().map(day -> new Claim.Day(at, day));
            default -> Optional.empty();
        };
    }

    private static Optional<Claim.Entry> words(int at, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Claim.Words(at, text));
    }
}
