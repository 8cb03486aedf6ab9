package bankscore.job;

import bankscore.domain.Period;
import bankscore.domain.Place;
import bankscore.domain.finding.Code;
import bankscore.domain.finding.Finding;
import bankscore.domain.finding.Level;
import bankscore.domain.finding.Words;
import bankscore.domain.intake.Dataset;
import bankscore.domain.intake.HeaderSearch;
import bankscore.domain.intake.RosterIntake;
import bankscore.domain.intake.RowIntake;
import bankscore.domain.intake.SheetHeader;
import bankscore.domain.intake.SheetRow;
import bankscore.domain.quarter.Quarter;
import bankscore.domain.roster.Bank;
import bankscore.domain.roster.Roster;
import bankscore.domain.scheme.Scheme;
import bankscore.domain.score.Scorer;
import bankscore.read.InputFile;
import bankscore.read.InputFolder.Taken;
import bankscore.read.Rows;
import bankscore.read.Sheet;
import bankscore.read.UnreadableFile;
import bankscore.read.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What arrived: which sheet is which dataset, and who is in the register. It is worked out anew at every start from the
 * copies of the files, so that a restarted run sees what the first one saw.
 */
final class Reception {

    private final Period period;
    private final Scheme scheme;
    private final Set<String> used;
    private final String none;
    private final Map<Integer, SheetHeader> headers = new TreeMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Roster roster = new Roster(List.of());
    private int sheetsSeen;

    /** A recognised sheet in its file. */
    record Source(int number, InputFile file, Sheet sheet) {}

    private Reception(Period period, Scheme scheme, Words words) {
        this.period = period;
        this.scheme = scheme;
        this.used = scheme.columns();
        this.none = words.text("word.none");
    }

    static Reception of(Taken taken, Configuration configuration, Period period, Words words) {
        Reception reception = new Reception(period, configuration.scheme(), words);
        reception.findings.addAll(taken.findings());
        for (InputFile file : taken.files()) {
            reception.recognise(file, configuration.datasets());
        }
        reception.readRegister();
        return reception;
    }

    /** The sheets that are staged row by row: all recognised ones but the register's. */
    List<Source> sources() {
        return sources.stream().filter(source -> !isRegister(source.number())).toList();
    }

    /** The recognised sheets by number. */
    Map<Integer, SheetHeader> headers() {
        return headers;
    }

    Roster roster() {
        return roster;
    }

    /** What files, headers and the register brought up. */
    List<Finding> findings() {
        return findings;
    }

    /** How many sheets were looked at, recognised or not. */
    int sheetsSeen() {
        return sheetsSeen;
    }

    /** Whether files, sheets, columns or units are wrong; then rows are not looked at. */
    boolean setupFails() {
        return findings.stream()
                .anyMatch(finding ->
                        finding.level() == Level.ERROR && finding.code().stage() == Code.Stage.SETUP);
    }

    /** A fresh reader of a sheet's rows. */
    RowIntake intake(int sheet) {
        return new RowIntake(header(sheet), roster, this::isAssessed, used, period, none);
    }

    private boolean isAssessed(Bank bank) {
        Quarter bare =
                new Quarter(period, roster, Set.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
        return Scorer.excludedBefore(scheme, bare, bank).isEmpty();
    }

    SheetHeader header(int sheet) {
        SheetHeader header = headers.get(sheet);
        if (header == null) {
            throw new IllegalArgumentException("no such sheet: " + sheet);
        }
        return header;
    }

    private boolean isRegister(int sheet) {
        return header(sheet).dataset().rows() == Dataset.Rows.REGISTER;
    }

    private void recognise(InputFile file, List<Dataset> datasets) {
        try (Workbook workbook = Workbook.open(file)) {
            for (Sheet sheet : workbook.sheets()) {
                recognise(file, workbook, sheet, datasets);
            }
        } catch (UnreadableFile e) {
            findings.add(e.finding());
        }
    }

    private void recognise(InputFile file, Workbook workbook, Sheet sheet, List<Dataset> datasets)
            throws UnreadableFile {
        Place place = Place.of(file.name(), sheet.name());
        HeaderSearch search = new HeaderSearch(place, datasets, used, period, none);
        Optional<String> firstCell = Optional.empty();
        try (Rows rows = workbook.rows(sheet)) {
            boolean done = false;
            for (Optional<SheetRow> row = rows.next(); row.isPresent() && !done; row = rows.next()) {
                if (firstCell.isEmpty()) {
                    firstCell = Optional.of(row.get().cells().get(0).at().a1());
                }
                done = search.offer(row.get());
            }
        }
        if (firstCell.isEmpty()) {
            return;
        }
        int number = ++sheetsSeen;
        HeaderSearch.Result result = search.result();
        if (result instanceof HeaderSearch.Recognised recognised) {
            headers.put(number, recognised.header());
            sources.add(new Source(number, file, sheet));
            findings.addAll(recognised.findings());
        } else if (result instanceof HeaderSearch.Ambiguous ambiguous) {
            findings.add(ambiguous.finding());
        } else {
            findings.add(Finding.of(Code.N101, place.at(firstCell.get())));
        }
    }

    private void readRegister() {
        RosterIntake intake = new RosterIntake(none);
        for (Source source : sources) {
            if (isRegister(source.number())) {
                SheetHeader header = header(source.number());
                try (Workbook workbook = Workbook.open(source.file());
                        Rows rows = workbook.rows(source.sheet())) {
                    for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                        if (row.get().index() > header.row()) {
                            intake.take(header, row.get());
                        }
                    }
                } catch (UnreadableFile e) {
                    findings.add(e.finding());
                }
            }
        }
        RosterIntake.Result result = intake.result();
        roster = result.roster();
        findings.addAll(result.findings());
    }
}
