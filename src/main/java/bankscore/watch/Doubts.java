package bankscore.watch;

import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.RegisterRow;
import bankscore.intake.SheetHeader;
import bankscore.rule.Condition;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Judgement;
import bankscore.watch.judge.WatchPeriod;
import bankscore.watch.judge.Watched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who was judged though the register leaves it open whether to judge: an opening day that is not told of somebody who is named,
 * and a remark that holds a word of the rule and is not that word (watch.md#exempt).
 */
final class Doubts {

    private final List<Dataset> datasets;
    private final Map<String, RegisterRow> rows;
    private final Collection<SheetHeader> sheets;
    private final WatchPeriod period;
    private final Judgement judgement;

    /**
     * Of what was judged.
     *
     * @param rows where the register of subjects tells of them, by code
     * @param sheets the headers of all sheets
     */
    Doubts(
            List<Dataset> datasets,
            Map<String, RegisterRow> rows,
            Collection<SheetHeader> sheets,
            WatchPeriod period,
            Judgement judgement) {
        this.datasets = List.copyOf(datasets);
        this.rows = Map.copyOf(rows);
        this.sheets = List.copyOf(sheets);
        this.period = period;
        this.judgement = judgement;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        for (JudgedGroup group : judgement.groups()) {
            PartyRegister told = period.registers().get(group.group().id());
            for (Dataset register : datasets) {
                if (told != null && register.id().equals(group.group().register())) {
                    List<Watched> judged = group.subjects().stream()
                            .filter(subject -> subject.exempt().isEmpty())
                            .toList();
                    findings.addAll(unopened(register, told, judged));
                    findings.addAll(nearly(register, told, judged));
                }
            }
        }
        return findings;
    }

    /** Whoever is named and may be too new for it: told once for a register that asks for the day. */
    private List<Finding> unopened(Dataset register, PartyRegister told, List<Watched> judged) {
        boolean asked = register.columns().stream()
                .anyMatch(column -> column.asked() && column.head().role().equals(Optional.of(Column.Role.OPENED)));
        List<Subject> named = judged.stream()
                .filter(subject -> !subject.hits().isEmpty())
                .map(Watched::subject)
                .filter(subject -> subject.opened().isEmpty())
                .toList();
        Optional<Integer> months = period.rule().exempt().monthsOpen();
        if (!asked || named.isEmpty() || months.isEmpty()) {
            return List.of();
        }
        return List.of(Finding.of(Code.W412, place(told, named.get(0), row -> row.at(Column.Role.OPENED)))
                .with("names", named.stream().map(Subject::label).collect(Collectors.joining("、")))
                .with("months", months.get()));
    }

    private List<Finding> nearly(Dataset register, PartyRegister told, List<Watched> judged) {
        Optional<Condition.Text> text = period.rule().exempt().text();
        if (text.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Watched subject : judged) {
            String said = told.text(
                            subject.subject().code(),
                            text.get().column(),
                            period.period().end())
                    .orElse("");
            text.get().words().stream()
                    .filter(word -> PlainText.closed(said).contains(PlainText.closed(word)))
                    .findFirst()
                    .ifPresent(word -> findings.add(Finding.of(
                                    Code.W412,
                                    place(
                                            told,
                                            subject.subject(),
                                            row -> row.at(text.get().column())))
                            .subject(subject.subject().name())
                            .column(register.column(text.get().column())
                                    .map(Column::name)
                                    .orElse(""))
                            .with("found", said)
                            .with("word", word)
                            .with(Finding.VARIANT, "word")));
        }
        return findings;
    }

    /** Where a register tells of somebody. */
    private Place place(PartyRegister told, Subject subject, Function<RegisterRow, Place> cell) {
        Optional<RegisterRow> own = told.row(subject.code(), period.period().end())
                .map(PartyRegister.Row::place)
                .flatMap(place -> sheets.stream()
                        .filter(header -> header.sheet().equals(place.sheetOnly()))
                        .findFirst()
                        .map(header -> RegisterRow.of(header, place)));
        return own.or(() -> Optional.ofNullable(rows.get(subject.code())))
                .map(cell)
                .orElse(Place.NONE);
    }
}
