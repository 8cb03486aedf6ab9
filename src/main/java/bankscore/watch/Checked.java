package bankscore.watch;

import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.table.Demand;
import bankscore.intake.table.Plan;
import bankscore.intake.table.PublishedFigures;
import bankscore.intake.table.TableCheck;
import bankscore.intake.table.earlier.EarlierCheck;
import bankscore.intake.table.size.ScaleCheck;
import bankscore.intake.table.size.SizeCheck;
import bankscore.intake.table.staged.StagedTables;
import bankscore.intake.table.swap.SwapCheck;
import bankscore.sheet.Place;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables about the subjects of one register, checked as a whole, with the figures that they hold. */
final class Checked {

    private final StagedTables tables;
    private final Predicate<Subject> assessed;
    private final List<String> items;
    private final List<Finding> findings = new ArrayList<>();
    private final TableCheck table;
    private final Map<String, Map<String, Figure>> figures;

    /** What must be there, and who has which figures. */
    Checked(StagedTables tables, PartyRegister register, WatchScheme rule) {
        this.tables = tables;
        this.assessed = subject -> rule.isAssessed(register, subject, tables.period());
        this.items = rule.publishedUnits().keySet().stream().sorted().toList();
        this.table = new TableCheck(
                tables, new Demand(rule.columns(), items, assessed, Plan.NONE, rule.required()), findings::add);
        table.checkPresence();
        table.checkSheetsHaveRows();
        this.figures = table.perSubject();
    }

    /** All that is wrong. */
    List<Finding> findings() {
        return findings;
    }

    /** The figures, without what is published. */
    FactTable facts() {
        return new FactTable(tables.period(), tables.roster(), table.present(), figures, table.summaries(), Map.of());
    }

    /**
     * All rows of published figures by item and day. An item that is nearly one that did not come is told; which did not come
     * is told by what lacks it.
     */
    Map<String, NavigableMap<LocalDate, Figure>> published() {
        if (items.isEmpty()) {
            return Map.of();
        }
        published(finding -> finding.code() == Code.E322).read();
        PublishedFigures told = published(finding -> true);
        Map<String, NavigableMap<LocalDate, Figure>> all = told.byDay();
        told.tellLater(all);
        return all;
    }

    private PublishedFigures published(Predicate<Finding> told) {
        return new PublishedFigures(
                table,
                tables,
                items,
                finding -> Optional.of(finding).filter(told).ifPresent(findings::add));
    }

    /** Everything else: who has a row, what came twice, totals, earlier periods, sizes. */
    void check(Map<String, NavigableMap<LocalDate, Figure>> published) {
        table.checkEverySubjectHasARow();
        table.checkSheetsSentAgain();
        table.checkListsSentAgain();
        table.checkRepeatedRecords();
        table.checkTotals();
        table.checkParts();
        findings.addAll(EarlierCheck.check(tables));
        Map<String, Figure> today = new HashMap<>();
        published.forEach((item, rows) -> Optional.ofNullable(
                        rows.floorEntry(tables.period().end()))
                .ifPresent(last -> today.put(item, last.getValue())));
        findings.addAll(SizeCheck.check(tables, assessed, accused()));
        List<Finding> swapped = SwapCheck.check(tables, today, accused());
        findings.addAll(swapped);
        findings.addAll(ScaleCheck.check(tables));
        // Sums that lack a figure, or hold a wrong one, are no measure.
        boolean complete = Stream.concat(tables.staging().stream(), findings.stream())
                .noneMatch(finding -> finding.level() == Level.ERROR);
        if (swapped.isEmpty() && complete) {
            Set<Place> accused = accused();
            published(finding -> !accused.contains(finding.place())).compare(today, figures);
        }
    }

    private Set<Place> accused() {
        return Stream.concat(tables.staging().stream(), findings.stream())
                .map(Finding::place)
                .collect(Collectors.toSet());
    }
}
