package bankscore.run.stage;

import bankscore.facts.ReceivedSheet;
import bankscore.facts.ReceivedSheet.Content;
import bankscore.facts.ReceivedSheet.Said;
import bankscore.facts.ReceivedSheet.Total;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.SheetHeader.Statement;
import bankscore.intake.table.staged.SheetSums;
import bankscore.office.Revision;
import bankscore.run.take.Recognition;
import bankscore.run.take.RunContext;
import bankscore.sheet.Place;
import bankscore.store.FactStore.RowCount;
import bankscore.store.ReceivedStore.Received;
import bankscore.store.SheetStore.StagedSheet;
import bankscore.store.Stores;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was understood of each sheet, from what is staged of it, with the totals of the latest earlier published period beside
 * its own.
 */
public final class ReadBack {

    private final Stores.Staging staging;
    private final StagedPeriod period;
    private final Recognition recognition;
    private final long instance;
    private final Optional<Revision> last;
    private final Map<Integer, RowCount> rows;
    private final Map<Integer, Map<String, BigDecimal>> sums;
    private final Map<Integer, StagedSheet> sheetsBefore;
    private final Map<Integer, Map<String, BigDecimal>> sumsBefore;

    private ReadBack(RunContext<?> run, long instance) {
        this.staging = run.stores().staging();
        this.period = StagedPeriod.of(run);
        this.recognition = run.recognition();
        this.instance = instance;
        List<Revision> before =
                run.stores().revisions().latestBefore(run.about().period());
        this.last = before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        this.rows = staging.facts().rows(instance);
        this.sums = staging.facts().sums(instance);
        this.sheetsBefore = last.map(revision -> staging.sheets().sheets(revision.instance()))
                .orElse(Map.of());
        this.sumsBefore = new HashMap<>(
                last.map(revision -> staging.facts().sums(revision.instance())).orElse(Map.of()));
    }

    /** Works it out anew and stores it. */
    public static void store(RunContext<?> run, long instance) {
        ReadBack readBack = new ReadBack(run, instance);
        Map<Integer, Received> sheets = new TreeMap<>();
        run.recognition().headers().forEach((number, header) -> sheets.put(number, readBack.received(number, header)));
        run.stores().staging().received().save(instance, sheets);
    }

    /**
     * The read-back of an instance, in the order in which its sheets came; empty if an earlier version staged it.
     *
     * @param datasets what sheets and columns are called
     */
    public static List<ReceivedSheet> of(Stores.Staging staging, long instance, List<Dataset> datasets) {
        Map<Integer, StagedSheet> sheets = staging.sheets().sheets(instance);
        List<ReceivedSheet> all = new ArrayList<>();
        staging.received().all(instance).forEach((number, kept) -> {
            StagedSheet sheet = sheets.get(number);
            if (sheet == null) {
                return;
            }
            datasets.stream()
                    .filter(dataset -> sheet.dataset().equals(dataset.id()))
                    .findFirst()
                    .ifPresent(dataset -> all.add(new ReceivedSheet(
                            sheet.place(),
                            dataset.id(),
                            dataset.name(),
                            kept.unit(),
                            kept.period(),
                            kept.content().map(content -> named(content, dataset)))));
        });
        return all;
    }

    private static Content named(Content content, Dataset dataset) {
        return new Content(
                content.rows(),
                content.subjects(),
                dataset.rows() != Dataset.Rows.MEMBER && dataset.rows() != Dataset.Rows.CLAIM,
                content.totals().stream()
                        .map(total -> new Total(
                                total.column(),
                                dataset.column(total.column()).map(Column::name).orElse(total.name()),
                                total.amount(),
                                total.previous(),
                                isYuan(dataset)))
                        .toList());
    }

    private static boolean isYuan(Dataset dataset) {
        return dataset.rows() == Dataset.Rows.CLAIM;
    }

    private Received received(int number, SheetHeader header) {
        List<HeaderColumn> money = header.columns().stream()
                .filter(column -> column.column().kind() == Column.Kind.MONEY)
                .toList();
        return new Received(
                unit(money),
                header.period().map(stated -> new Said(stated.text(), Optional.of(stated.at()))),
                content(number, header, money));
    }

    /** Of all columns of money together: as a rule they have one. */
    private static Optional<Said> unit(List<HeaderColumn> money) {
        if (money.isEmpty()) {
            return Optional.empty();
        }
        Set<String> units = new LinkedHashSet<>();
        Set<String> cells = new LinkedHashSet<>();
        for (HeaderColumn column : money) {
            units.add(column.unit().text());
            column.unitFrom().map(Statement::at).ifPresent(cells::add);
        }
        return Optional.of(new Said(
                String.join("、", units), cells.isEmpty() ? Optional.empty() : Optional.of(String.join("、", cells))));
    }

    private Optional<Content> content(int number, SheetHeader header, List<HeaderColumn> money) {
        Dataset dataset = header.dataset();
        if (dataset.isRegister()) {
            int entries = recognition.entries().getOrDefault(number, 0);
            int subjects = dataset.rows() == Dataset.Rows.REGISTER ? entries : 0;
            return Optional.of(new Content(entries, subjects, List.of()));
        }
        if (recognition.setupFails()) {
            return Optional.empty();
        }
        if (dataset.rows() == Dataset.Rows.RECORD) {
            SheetSums.Count count = period.tally(instance, dataset).of(number);
            return Optional.of(
                    new Content(count.rows(), count.subjects(), totals(number, header, money, count.sums())));
        }
        if (dataset.rows() == Dataset.Rows.CLAIM) {
            SheetSums.Count count = period.claims(instance, dataset).of(number);
            return Optional.of(
                    new Content(count.rows(), count.subjects(), totals(number, header, money, count.sums())));
        }
        RowCount count = rows.getOrDefault(number, new RowCount(0, 0));
        return Optional.of(new Content(
                count.rows(), count.subjects(), totals(number, header, money, sums.getOrDefault(number, Map.of()))));
    }

    private List<Total> totals(
            int number, SheetHeader header, List<HeaderColumn> money, Map<String, BigDecimal> sumsOfSheet) {
        List<Integer> before = money.isEmpty() ? List.of() : before(number, header);
        return money.stream()
                .map(HeaderColumn::column)
                .map(column -> new Total(
                        column.id(),
                        column.name(),
                        sumsOfSheet.getOrDefault(column.id(), BigDecimal.ZERO),
                        before.stream()
                                .flatMap(sheet ->
                                        Optional.ofNullable(
                                                sumsOf(sheet, header.dataset()).get(column.id()))
                                                .stream())
                                .reduce(BigDecimal::add),
                        isYuan(header.dataset())))
                .toList();
    }

    /**
     * The sheets of the earlier period that a sheet is set beside: all of its dataset if it came in one sheet now, else the
     * one of the same name; none if there is no such one, or no telling which.
     */
    private List<Integer> before(int number, SheetHeader header) {
        String dataset = header.dataset().id();
        List<Integer> all = sheetsBefore.entrySet().stream()
                .filter(sheet -> sheet.getValue().dataset().equals(dataset))
                .map(Map.Entry::getKey)
                .toList();
        List<Place> now = recognition.headers().values().stream()
                .filter(each -> each.dataset().id().equals(dataset))
                .map(SheetHeader::sheet)
                .toList();
        if (now.size() == 1) {
            return all;
        }
        Place own = recognition.header(number).sheet();
        List<Integer> sameFile = all.stream()
                .filter(sheet -> place(sheet).equals(own.sheetOnly()))
                .toList();
        if (sameFile.size() == 1) {
            return sameFile;
        }
        List<Integer> sameName = all.stream()
                .filter(sheet -> place(sheet).sheet().equals(own.sheet()))
                .toList();
        boolean only =
                now.stream().filter(place -> place.sheet().equals(own.sheet())).count() == 1;
        return only && sameName.size() == 1 ? sameName : List.of();
    }

    private Place place(int sheetBefore) {
        StagedSheet sheet = sheetsBefore.get(sheetBefore);
        return sheet == null ? Place.NONE : sheet.place();
    }

    /** What the columns of a sheet of the earlier period add up to; records are read again for it, claims were added up. */
    private Map<String, BigDecimal> sumsOf(int sheet, Dataset dataset) {
        if (dataset.rows() == Dataset.Rows.CLAIM && !sumsBefore.containsKey(sheet)) {
            last.map(revision -> staging.received().all(revision.instance()))
                    .map(received -> received.get(sheet))
                    .flatMap(Received::content)
                    .ifPresent(content -> sumsBefore.put(
                            sheet, content.totals().stream().collect(Collectors.toMap(Total::column, Total::amount))));
        }
        if (dataset.rows() == Dataset.Rows.RECORD && !sumsBefore.containsKey(sheet)) {
            Map<Integer, Map<String, BigDecimal>> added = new HashMap<>();
            last.ifPresent(revision -> staging.facts()
                    .records(
                            revision.instance(),
                            dataset.id(),
                            record -> record.value()
                                    .value()
                                    .ifPresent(value -> added.computeIfAbsent(record.sheet(), key -> new HashMap<>())
                                            .merge(record.value().column(), value, BigDecimal::add))));
            sheetsBefore.entrySet().stream()
                    .filter(each -> each.getValue().dataset().equals(dataset.id()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet())
                    .forEach(each -> sumsBefore.put(each, added.getOrDefault(each, Map.of())));
        }
        return sumsBefore.getOrDefault(sheet, Map.of());
    }
}
