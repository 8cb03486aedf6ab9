package bankscore.watch;

import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.intake.RegisterRow;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.size.SumCheck;
import bankscore.intake.table.staged.StagedTables;
import bankscore.run.stage.StagedPeriod;
import bankscore.sheet.Place;
import bankscore.watch.judge.Judge;
import bankscore.watch.judge.Judgement;
import bankscore.watch.judge.WatchPeriod;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.WatchScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a period comes to by what is staged and what earlier periods published, each once. */
final class Judging {

    private final Staged staged;
    private final EarlierNotices earlier;
    private final Words words;
    private final List<Finding> ofTables = new ArrayList<>();
    private Map<String, RegisterRow> rows = Map.of();
    private final List<SheetHeader> sheets = new ArrayList<>();
    private @Nullable WatchPeriod period;
    private @Nullable Judgement judgement;

    /** @param words those of watching */
    Judging(Staged staged, EarlierNotices earlier, Words words) {
        this.staged = staged;
        this.earlier = earlier;
        this.words = words;
    }

    /**
     * What is judged.
     *
     * @param instance under which the tables are staged
     */
    record Staged(StagedPeriod period, List<Dataset> datasets, WatchScheme rule, long instance) {

        Optional<Dataset> dataset(String id) {
            return datasets.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        /** The registers of the rule's groups, by the id of the group. */
        Map<String, Dataset> registers() {
            Map<String, Dataset> registers = new LinkedHashMap<>();
            rule.groups()
                    .forEach(group -> dataset(group.register()).ifPresent(each -> registers.put(group.id(), each)));
            return registers;
        }

        /** Who stands in a register; nobody if it was not sent. */
        PartyRegister known(Dataset register) {
            PartyRegister known = period.registers().get(register.id());
            return known == null ? PartyRegister.empty(register.id()) : known;
        }
    }

    /** What is wrong with the tables as a whole. */
    List<Finding> ofTables() {
        period();
        return ofTables;
    }

    /** What is judged. */
    WatchPeriod period() {
        WatchPeriod known = period;
        if (known == null) {
            known = read();
            period = known;
        }
        return known;
    }

    Judgement judgement() {
        Judgement known = judgement;
        if (known == null) {
            known = Judge.judge(period());
            judgement = known;
        }
        return known;
    }

    /** Whom the registers leave in doubt whether to judge. */
    List<Finding> doubts() {
        return new Doubts(staged.datasets(), rows, sheets, period(), judgement()).all();
    }

    /** The same of other figures. */
    Judging with(WatchPeriod other) {
        Judging same = new Judging(staged, earlier, words);
        same.period = other;
        return same;
    }

    private WatchPeriod read() {
        WatchScheme rule = staged.rule();
        Map<String, Dataset> registers = staged.registers();
        StagedPeriod.Parted tables = staged.period()
                .tables(
                        staged.instance(),
                        registers.values().stream()
                                .filter(register -> register.rows() == Dataset.Rows.PARTY)
                                .toList());
        rows = tables.rest().registered().rows();
        Checked rest = new Checked(tables.rest(), subjects(), rule);
        Map<String, NavigableMap<LocalDate, Figure>> published = rest.published();
        rest.check(published);
        ofTables.addAll(rest.findings());
        Map<String, FactTable> facts = new HashMap<>();
        Map<String, PartyRegister> known = new HashMap<>();
        for (Group group : rule.groups()) {
            Dataset register = registers.get(group.id());
            if (register == null) {
                throw new IllegalStateException("no register " + group.register());
            }
            StagedTables own = tables.about().get(register.id());
            known.put(group.id(), staged.known(register));
            facts.put(group.id(), own == null ? rest.facts() : facts(own, register, published));
        }
        List<StagedTables> parts = new ArrayList<>(tables.about().values());
        parts.add(tables.rest());
        parts.forEach(part -> sheets.addAll(part.sheets().values()));
        ofTables.addAll(SumCheck.check(
                parts,
                Stream.concat(tables.rest().staging().stream(), ofTables.stream())
                        .map(Finding::place)
                        .collect(Collectors.toSet())));
        return new WatchPeriod(
                rule,
                tables.rest().period(),
                facts,
                known,
                published,
                earlier.past(reported(tables.rest()).rows()));
    }

    private FactTable facts(
            StagedTables tables, Dataset register, Map<String, NavigableMap<LocalDate, Figure>> published) {
        Checked checked = new Checked(tables, staged.known(register), staged.rule());
        checked.check(published);
        ofTables.addAll(checked.findings());
        return checked.facts();
    }

    /** The register of those who stand in none of parties. */
    private PartyRegister subjects() {
        return staged.datasets().stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.REGISTER)
                .findFirst()
                .map(staged::known)
                .orElseThrow(() -> new IllegalStateException("no register of subjects"));
    }

    /** What history sheets say: those that came now, and behind them those of earlier periods. */
    private Reported reported(StagedTables tables) {
        Map<String, String> called = new HashMap<>();
        Map<String, PartyRegister> known = new HashMap<>();
        staged.registers().forEach((group, register) -> {
            called.put(group, EarlierNotices.called(register, words.text("register")));
            known.put(group, staged.known(register));
        });
        Reported rows = new Reported(staged.rule(), tables.period(), known, called, words.text("word.none"));
        if (staged.rule().datasets().contains(Names.HISTORY)) {
            Reported.Sheets now = rows.new Sheets(ofTables::add);
            staged.period().eachClaim(staged.instance(), Names.HISTORY, each -> {
                SheetHeader header = tables.sheets().get(each.sheet());
                now.take(each.value(), header == null ? Place.NONE : header.sheet());
            });
            earlier.reported(rows);
        }
        return rows;
    }
}
