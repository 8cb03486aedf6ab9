package bankscore.subsidy.scheme;

import bankscore.exact.Fraction;
import bankscore.rule.Condition;
import bankscore.rule.Flaw;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.rule.sound.Soundness;
import bankscore.sheet.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a subsidy rule is sound: what can be proved of it before it sees a claim (subsidy.md#lint).
 *
 * <p>Here stands what needs the whole rule; single keys, words and names are refused while the file is read.
 */
public final class SubsidyFlaws {

    private final SubsidyScheme rule;
    private final List<Flaw> flaws = new ArrayList<>();

    private SubsidyFlaws(SubsidyScheme rule) {
        this.rule = rule;
    }

    /** Everything that makes a rule unsound, in the order of the file; none if it is sound. */
    public static List<Flaw> of(SubsidyScheme rule) {
        SubsidyFlaws found = new SubsidyFlaws(rule);
        found.unusedTables();
        rule.subsidies().forEach(found::subsidy);
        found.checks();
        found.flaws.addAll(rule.source().notCovered(rule.parameters()));
        return List.copyOf(found.flaws);
    }

    private void refuse(String path, String text, String code, Map<String, String> details) {
        flaws.add(new Flaw(path, text, code, details));
    }

    private void unusedTables() {
        Set<String> used = new HashSet<>();
        for (Subsidy subsidy : rule.subsidies()) {
            uses(subsidy).forEach(use -> used.add(use.table()));
            if (subsidy.amount().rate() instanceof Subsidy.Rate.ByDay rate) {
                used.add(rate.table());
            }
        }
        rule.tables().keySet().stream()
                .filter(table -> !used.contains(table))
                .forEach(table -> refuse("tables." + table, table, "unused_table", Map.of()));
    }

    private void subsidy(Subsidy subsidy) {
        String path = "subsidies." + subsidy.id();
        subsidy.claims().where().ifPresent(where -> words(path + ".where", where));
        for (int i = 0; i < subsidy.eligible().size(); i++) {
            words(path + ".eligible[" + i + "]", subsidy.eligible().get(i).condition());
        }
        if (Soundness.dividesByZero(subsidy.amount().base())) {
            refuse(path + ".base.formula", subsidy.id(), "zero_divisor", Map.of());
        }
        rate(path + ".rate", subsidy.amount().rate());
        for (Use use : uses(subsidy)) {
            if (rule.tables().get(use.table()) instanceof Table.ByWord table) {
                missingRows(path, use, table, NamedWords.granted(subsidy));
            }
        }
        sameLines(path, subsidy);
    }

    /** A word that is written twice may have been meant to be another. */
    private void words(String path, Condition condition) {
        condition.whole().forEach(each -> {
            if (each instanceof Condition.Text text) {
                Set<String> seen = new HashSet<>();
                text.words().stream()
                        .filter(word -> !seen.add(PlainText.closed(word)))
                        .forEach(word -> refuse(path, word, "doubled_word", Map.of()));
            }
        });
    }

    private void rate(String path, Subsidy.Rate rate) {
        if (rate instanceof Subsidy.Rate.Fixed fixed) {
            if (fixed.share().isGreater(Fraction.ONE)) {
                refuse(path, percent(fixed.share()), "rate_above_hundred", Map.of());
            } else if (!fixed.share().isPositive()) {
                refuse(path, percent(fixed.share()), "not_positive", Map.of());
            }
        } else if (rate instanceof Subsidy.Rate.ByDay named
                && rule.tables().get(named.table()) instanceof Table.ByDay table) {
            if (table.unit().isEmpty()) {
                refuse(path, table.id(), "rate_without_unit", Map.of());
            }
            for (int i = 0; i < table.rows().size(); i++) {
                Fraction value = table.rows().get(i).value();
                if (value.isGreater(Fraction.HUNDRED) || value.isNegative()) {
                    refuse("tables." + table.id() + ".rows[" + i + "]", value + "%", "rate_above_hundred", Map.of());
                }
            }
            Optional<LocalDate> first =
                    table.rows().stream().map(Table.DayRow::day).min(LocalDate::compareTo);
            first.filter(day -> day.isAfter(rule.from()))
                    .ifPresent(day -> refuse(
                            "tables." + table.id() + ".rows",
                            day.toString(),
                            "table_begins_late",
                            Map.of("from", rule.from().toString())));
        }
    }

    private static String percent(Fraction share) {
        return share.times(Fraction.HUNDRED) + "%";
    }

    /** A table that a subsidy asks, and the columns that it is asked by. */
    private record Use(String table, List<String> columns, String key) {}

    private List<Use> uses(Subsidy subsidy) {
        List<Use> uses = new ArrayList<>();
        subsidy.amount().base().all().forEach(each -> {
            if (each instanceof Formula.Lookup lookup) {
                uses.add(new Use(lookup.table(), lookup.columns(), ".base.formula"));
            }
        });
        if (subsidy.bearing() instanceof Bearing.OfTable borne
                && rule.tables().get(borne.table()) instanceof Table.ByWord table) {
            uses.add(new Use(borne.table(), table.by(), ".borne_by"));
        }
        return uses;
    }

    /** Every word that the conditions name needs a row, whatever stands in the columns of which nothing is known. */
    private void missingRows(String path, Use use, Table.ByWord table, NamedWords named) {
        Set<String> missing = new LinkedHashSet<>();
        for (int i = 0; i < use.columns().size(); i++) {
            int at = i;
            named.of(use.columns().get(i)).stream()
                    .flatMap(Set::stream)
                    .filter(word -> table.rows().stream()
                            .noneMatch(row -> names(row.words().get(at), word)))
                    .forEach(missing::add);
        }
        missing.forEach(
                word -> refuse(path + use.key(), word, "table_without_row", Map.of("table", table.id(), "word", word)));
    }

    private static boolean names(String written, String word) {
        return written.equals(Table.ByWord.ANY) || PlainText.closed(written).equals(word);
    }

    /** No line may be paid by two subsidies of the rule. */
    private void sameLines(String path, Subsidy subsidy) {
        for (Subsidy before : rule.subsidies()) {
            if (before.id().equals(subsidy.id())) {
                return;
            }
            if (before.claims().dataset().equals(subsidy.claims().dataset())) {
                shared(before, subsidy)
                        .ifPresent(words -> refuse(
                                path + ".where",
                                subsidy.id(),
                                words.isEmpty() ? "same_lines" : "same_words",
                                Map.of("other", before.id(), "words", words)));
            }
        }
    }

    /** The words of lines that both take for certain; empty text: all of one's, because the other takes all. */
    private static Optional<String> shared(Subsidy one, Subsidy other) {
        Optional<Condition> first = one.claims().where();
        Optional<Condition> second = other.claims().where();
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.of("");
        }
        if (first.get() instanceof Condition.Text text
                && second.get() instanceof Condition.Text next
                && text.among()
                && next.among()
                && text.column().equals(next.column())) {
            Set<String> both =
                    new TreeSet<>(NamedWords.selected(one).of(text.column()).orElseThrow());
            both.retainAll(NamedWords.selected(other).of(text.column()).orElseThrow());
            return both.isEmpty() ? Optional.empty() : Optional.of(String.join("、", both));
        }
        return first.equals(second) ? Optional.of("") : Optional.empty();
    }

    private void checks() {
        for (int i = 0; i < rule.checks().size(); i++) {
            Check check = rule.checks().get(i);
            String path = check.id().equals(Integer.toString(i + 1)) ? "checks[" + i + "]" : "checks." + check.id();
            if (check instanceof Check.OfTable table) {
                proved(table);
            } else if (check instanceof Check.Line line) {
                line.where().ifPresent(where -> words(path + ".where", where));
                words(path, line.condition());
            } else if (check instanceof Check.Count count) {
                count.where().ifPresent(where -> words(path + ".where", where));
                count.unless().ifPresent(unless -> words(path + ".unless", unless));
            }
        }
    }

    /** What some levels bear together lies between the bounds, row by row. */
    private void proved(Check.OfTable check) {
        if (!(rule.tables().get(check.table()) instanceof Table.ByWord table)) {
            return;
        }
        for (int i = 0; i < table.rows().size(); i++) {
            Table.WordRow row = table.rows().get(i);
            Fraction sum = Fraction.sum(check.levels().stream()
                    .map(level -> row.values().get(table.levels().indexOf(level)))
                    .toList());
            boolean low = check.from().filter(sum::isLess).isPresent();
            boolean high = check.to().filter(sum::isGreater).isPresent();
            if (low || high) {
                refuse(
                        "tables." + table.id() + ".rows[" + i + "]",
                        String.join("、", row.words()),
                        "check_breached",
                        Map.of(
                                "levels",
                                String.join("、", check.levels()),
                                "sum",
                                sum.toString(),
                                "otherwise",
                                check.otherwise()));
            }
        }
    }
}
