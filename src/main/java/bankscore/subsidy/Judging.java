package bankscore.subsidy;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.facts.Claim;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Lift;
import bankscore.facts.OnSheet;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.Demand;
import bankscore.intake.table.Plan;
import bankscore.intake.table.PublishedFigures;
import bankscore.intake.table.TableCheck;
import bankscore.intake.table.earlier.EarlierCheck;
import bankscore.intake.table.staged.StagedTables;
import bankscore.rule.Table;
import bankscore.run.stage.StagedPeriod;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.Batch;
import bankscore.subsidy.decide.Decider;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Memory;
import bankscore.subsidy.decide.Spool;
import bankscore.subsidy.load.Layouts;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is decided of what is staged, each once. It follows from what is staged and what earlier periods granted. */
final class Judging {

    private static final Rounding FEN = new Rounding(2, Rounding.Mode.DOWN, "subsidy.md#papers");

    private final Staged staged;
    private final Memory memory;
    private final Spool.Room room;
    private final Words words;
    private final Map<String, Money> budgets;
    private final List<Finding> ofTables = new ArrayList<>();
    private @Nullable Batch batch;
    private @Nullable Decisions decisions;

    /**
     * A judgement that is not made yet.
     *
     * @param memory of earlier periods
     * @param room where lines are kept while they are decided and read; it must outlive what is decided
     * @param budgets in the place of those of the sheet, by item
     */
    Judging(Staged staged, Memory memory, Spool.Room room, Words words, Map<String, Money> budgets) {
        this.staged = staged;
        this.memory = memory;
        this.room = room;
        this.words = words;
        this.budgets = Map.copyOf(budgets);
    }

    /**
     * What is decided.
     *
     * @param instance under which the tables are staged
     */
    record Staged(StagedPeriod period, List<Dataset> datasets, SubsidyScheme rule, long instance) {}

    /** What is wrong with the tables as a whole. */
    List<Finding> ofTables() {
        batch();
        return ofTables;
    }

    Decisions decisions() {
        Decisions known = decisions;
        if (known == null) {
            known = Decider.decide(batch(), room);
            decisions = known;
        }
        return known;
    }

    /** The rows of tables by day that others publish, by the table's id. */
    Map<String, List<Table.DayRow>> publishedRows() {
        Map<String, List<Table.DayRow>> rows = new HashMap<>();
        staged.rule().tables().forEach((id, table) -> {
            if (table instanceof Table.ByDay byDay) {
                byDay.published()
                        .ifPresent(item ->
                                rows.put(id, batch().beside().published().getOrDefault(item, List.of())));
            }
        });
        return rows;
    }

    private Batch batch() {
        Batch known = batch;
        if (known == null) {
            known = batch(staged.period().tables(staged.instance()));
            batch = known;
        }
        return known;
    }

    private Batch batch(StagedTables tables) {
        SubsidyScheme rule = staged.rule();
        List<String> items = rule.publishedUnits().keySet().stream().sorted().toList();
        TableCheck check = new TableCheck(
                tables,
                new Demand(rule.columns(), items, Subject::assessed, Plan.NONE, rule.required()),
                ofTables::add);
        check.checkPresence();
        check.checkSheetsHaveRows();
        check.perSubject();
        check.checkEverySubjectHasARow();
        check.checkSheetsSentAgain();
        check.checkListsSentAgain();
        check.checkTotals();
        ofTables.addAll(EarlierCheck.check(tables));
        StagedClaims claims = new StagedClaims(staged.period(), tables, check, staged.instance(), memory);
        return new Batch(
                rule,
                tables.period(),
                claims,
                memory,
                new Batch.Beside(
                        staged.period().registers(),
                        published(new PublishedFigures(check, tables, items, ofTables::add), items),
                        budgets(tables),
                        lifts(tables)),
                Layouts.of(staged.datasets()),
                new Batch.Reasons(words.text("decide.reached"), words.text("decide.pro_rata")));
    }

    private static Map<String, List<Table.DayRow>> published(PublishedFigures figures, List<String> items) {
        Map<String, NavigableMap<LocalDate, Figure>> all = items.isEmpty() ? Map.of() : figures.byDay();
        Map<String, List<Table.DayRow>> rows = new HashMap<>();
        for (String item : items) {
            NavigableMap<LocalDate, Figure> days = all.get(FactTable.itemKey(item));
            if (days != null) {
                rows.put(
                        item,
                        days.entrySet().stream()
                                .map(day -> new Table.DayRow(
                                        day.getKey(), day.getValue().value()))
                                .toList());
            }
        }
        return rows;
    }

    /** The items of the sheet of budgets; the same one twice is told. */
    private Map<String, Batch.BudgetItem> budgets(StagedTables tables) {
        Map<String, Batch.BudgetItem> sheet = new LinkedHashMap<>();
        if (staged.rule().datasets().contains(Names.BUDGETS)) {
            staged.period().eachClaim(staged.instance(), Names.BUDGETS, each -> budget(tables, each, sheet));
        }
        budgets.forEach((item, amount) -> sheet.compute(
                item, (name, known) -> new Batch.BudgetItem(amount, known == null ? Place.NONE : known.place())));
        return sheet;
    }

    private void budget(StagedTables tables, OnSheet<Claim> row, Map<String, Batch.BudgetItem> budgets) {
        Claim claim = row.value();
        Place place = Optional.ofNullable(tables.sheets().get(row.sheet()))
                .map(SheetHeader::sheet)
                .orElse(Place.NONE);
        String item = claim.text(Names.ITEM);
        claim.amount(Names.AMOUNT).ifPresent(amount -> {
            Batch.BudgetItem budget = new Batch.BudgetItem(
                    Money.ofYuan(Fraction.of(amount), FEN),
                    claim.at(Names.AMOUNT).map(cell -> place.at(cell.a1())).orElse(place));
            if (budgets.putIfAbsent(item, budget) != null) {
                ofTables.add(Finding.of(
                                Code.E310,
                                claim.at(Names.ITEM)
                                        .map(cell -> place.at(cell.a1()))
                                        .orElse(place))
                        .with("found", item));
            }
        });
    }

    private List<Batch.Lift> lifts(StagedTables tables) {
        List<Batch.Lift> lifts = new ArrayList<>();
        for (Lift lift : staged.period().lifts(staged.instance())) {
            SheetHeader header = tables.sheets().get(lift.sheet());
            Place place = header == null
                    ? Place.NONE
                    : header.column(Column.Role.CODE)
                            .map(column -> header.sheet().at(new CellRef(lift.row(), column.index()).a1()))
                            .orElse(header.sheet());
            lifts.add(new Batch.Lift(lift.cap(), lift.claimant(), lift.by(), place));
        }
        return lifts;
    }
}
