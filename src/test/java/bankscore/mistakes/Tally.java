package bankscore.mistakes;

import bankscore.mistakes.Mistake.Group;
import bankscore.mistakes.Mistake.Kind;
import bankscore.mistakes.Reception.History;
import bankscore.mistakes.Reception.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What became of all mistakes. */
final class Tally {

    private static final BigDecimal MUCH = new BigDecimal("0.01");

    /** What becomes of a mistake. */
    enum Fate {
        /** The result is what it was. */
        HARMLESS,
        /** A finding leads to it. */
        FOUND,
        /** Something is found, but not where it is. */
        ELSEWHERE,
        /** The result is another one, or a mistake that must be told is not. */
        SILENT,
        /** As the last two, where no rule could know. */
        NOT_KNOWABLE
    }

    /** One mistake and its end. */
    record Made(long seed, History history, Kind kind, Mistake mistake, Outcome outcome, Fate fate) {

        Made(long seed, History history, Kind kind, Mistake mistake, Outcome outcome) {
            this(seed, history, kind, mistake, outcome, fate(history, mistake, outcome));
        }

        private static Fate fate(History history, Mistake mistake, Outcome outcome) {
            if (outcome.findings().stream().anyMatch(mistake::shownBy)) {
                return Fate.FOUND;
            }
            boolean harmless = outcome.same() && mistake.silent();
            if (harmless) {
                return Fate.HARMLESS;
            }
            if (mistake.unknown().isPresent() && (mistake.never() || history == History.NONE)) {
                return Fate.NOT_KNOWABLE;
            }
            return outcome.findings().stream().anyMatch(finding -> finding.level() != bankscore.finding.Level.HINT)
                    ? Fate.ELSEWHERE
                    : Fate.SILENT;
        }

        /** Whether much money would lie elsewhere, or nothing came of it because the run was stopped. */
        boolean costly() {
            return outcome.stopped() || outcome.money().compareTo(MUCH) > 0;
        }

        boolean missed() {
            return fate == Fate.SILENT || fate == Fate.ELSEWHERE;
        }

        String line() {
            return "seed " + seed + " " + history + ", " + kind.group() + ", " + kind.name() + ": " + mistake.what()
                    + " -> " + fate + (outcome.stopped() ? ", stopped" : ", money " + outcome.money()) + ": "
                    + outcome.findings().stream()
                            .map(finding -> finding.code() + " " + finding.place())
                            .limit(6)
                            .toList();
        }
    }

    private final List<Made> all = new ArrayList<>();

    void add(Made made) {
        all.add(made);
    }

    List<Made> of(Predicate<Made> chosen) {
        return all.stream()
                .filter(chosen)
                .sorted((a, b) -> Long.compare(a.seed(), b.seed()))
                .toList();
    }

    /** Percent of those chosen that are found, harmless, or stopped; not knowable ones are left out. */
    BigDecimal caught(Predicate<Made> chosen) {
        long known = count(chosen.and(made -> made.fate() != Fate.NOT_KNOWABLE));
        long missed = count(chosen.and(Made::missed));
        return known == 0
                ? new BigDecimal("100.00")
                : BigDecimal.valueOf(known - missed)
                        .multiply(new BigDecimal("100.00"))
                        .divide(BigDecimal.valueOf(known), 2, java.math.RoundingMode.DOWN);
    }

    private long count(Predicate<Made> chosen) {
        return all.stream().filter(chosen).count();
    }

    /** A row a kind, a row a group, and all that costs. */
    String table() {
        Map<Kind, List<Made>> kinds = all.stream()
                .sorted((a, b) -> a.kind().group().compareTo(b.kind().group()))
                .collect(Collectors.groupingBy(Made::kind, LinkedHashMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder("""
                | Group | Kind | Made | Harmless | Found | Found elsewhere | Silent | Nobody could know |
                | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        kinds.forEach((kind, made) -> table.append(row(kind.group().name(), kind.name(), made)));
        for (Group group : Group.values()) {
            table.append(row(
                    group.name(),
                    "together: " + caught(made -> made.kind().group() == group) + " % caught",
                    of(made -> made.kind().group() == group)));
        }
        table.append(row("ALL", "together: " + caught(made -> true) + " % caught", all));
        table.append(row(
                "ALL",
                "that stop the run or move more than 1 % of the pools: " + caught(Made::costly) + " % caught",
                of(Made::costly)));
        table.append("\nNobody could know:\n");
        new TreeSet<>(of(made -> made.fate() == Fate.NOT_KNOWABLE).stream()
                        .map(made -> made.kind().name() + ": "
                                + made.mistake().unknown().orElse("")
                                + (made.mistake().never() ? "" : " (earlier quarters tell)"))
                        .toList())
                .forEach(reason -> table.append("- ").append(reason).append('\n'));
        return table.toString();
    }

    private static String row(String group, String kind, List<Made> made) {
        StringBuilder row = new StringBuilder("| " + group + " | " + kind + " | " + made.size() + " |");
        for (Fate fate : Fate.values()) {
            row.append(' ')
                    .append(made.stream().filter(each -> each.fate() == fate).count())
                    .append(" |");
        }
        return row.append('\n').toString();
    }
}
