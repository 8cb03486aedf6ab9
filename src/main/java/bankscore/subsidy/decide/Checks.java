package bankscore.subsidy.decide;

import bankscore.exact.Fraction;
import bankscore.facts.Claim;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.rule.Condition;
import bankscore.rule.line.ClaimLine;
import bankscore.rule.line.ConditionCheck;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.decide.seen.Repeats;
import bankscore.subsidy.scheme.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a rule looks at and that moves no money: how many a group has, what each line must meet (subsidy.md#checks). */
final class Checks {

    private static final Map<Level, Code> CODES =
            Map.of(Level.ERROR, Code.E405, Level.REVIEW, Code.W405, Level.HINT, Code.N405);

    private final Batch batch;
    private final ConditionCheck check;
    private final Told told;
    private final List<Counting> counts = new ArrayList<>();
    private final List<OfLines> lines = new ArrayList<>();

    Checks(Batch batch, ConditionCheck check, Told told) {
        this.batch = batch;
        this.check = check;
        this.told = told;
        for (Check each : batch.scheme().checks()) {
            if (each instanceof Check.Count count) {
                counts.add(new Counting(count));
            } else if (each instanceof Check.Line line) {
                lines.add(new OfLines(line));
            }
        }
    }

    /** The datasets that are looked at. */
    List<String> datasets() {
        List<String> datasets = new ArrayList<>();
        counts.forEach(each -> datasets.add(each.check.dataset()));
        lines.forEach(each -> datasets.add(each.check.dataset()));
        return datasets;
    }

    /** Looks at the next line. */
    void take(int sheet, Claim claim) {
        ClaimLine line = Selection.line(batch, claim, Optional.of(batch.period().end()));
        counts.forEach(each -> {
            if (concerns(each.check.dataset(), each.check.where(), line)) {
                each.take(sheet, line);
            }
        });
        lines.forEach(each -> {
            if (concerns(each.check.dataset(), each.check.where(), line)) {
                each.take(sheet, line);
            }
        });
    }

    private boolean concerns(String dataset, Optional<Condition> where, ClaimLine line) {
        return line.claim().dataset().equals(dataset)
                && where.map(condition -> holds(condition, line)).orElse(true);
    }

    private boolean holds(Condition condition, ClaimLine line) {
        return check.holds(condition, line, Repeats.OF_REFUNDS);
    }

    /** What was looked at, in the order of the rule, by group; every breach is told. */
    List<Decisions.CheckValue> close() {
        List<Decisions.CheckValue> values = new ArrayList<>();
        for (Check each : batch.scheme().checks()) {
            counts.stream().filter(own -> own.check.equals(each)).forEach(own -> own.close(values));
            lines.stream().filter(own -> own.check.equals(each)).forEach(own -> own.close(values));
        }
        return values;
    }

    private void breach(Check of, Place place, String name, String value) {
        told.add(Finding.of(CODES.getOrDefault(of.level(), Code.W405), place)
                .subject(name)
                .with("check", of.name())
                .with("found", value)
                .with("else", of.otherwise()));
    }

    private static Decisions.CheckValue value(Check of, String group, String name, String value, boolean holds) {
        return new Decisions.CheckValue(of.id(), group, name, value, holds, of.level(), of.otherwise());
    }

    /** The distinct values of each group. */
    private final class Counting {

        private final Check.Count check;
        private final Keys seen = new Keys();
        private final Map<String, Group> groups = new TreeMap<>();

        private static final class Group {
            private final String name;
            private final Place place;
            private int values;
            private boolean excused;

            Group(String name, Place place) {
                this.name = name;
                this.place = place;
            }
        }

        Counting(Check.Count check) {
            this.check = check;
        }

        void take(int sheet, ClaimLine line) {
            String key = Keys.value(line, check.per());
            Group group = groups.computeIfAbsent(
                    key, none -> new Group(line.text(check.per()), told.at(sheet, line.claim(), check.per())));
            String value = Keys.value(line, check.count());
            if (!value.isEmpty() && seen.find(List.of(key, value)) < 0) {
                seen.add(List.of(key, value));
                group.values++;
            }
            group.excused |= check.unless().map(unless -> holds(unless, line)).orElse(false);
        }

        void close(List<Decisions.CheckValue> to) {
            groups.forEach((key, group) -> {
                boolean tooFew = check.from().map(from -> group.values < from).orElse(false);
                boolean tooMany = check.to().map(most -> group.values > most).orElse(false) && !group.excused;
                String count = Integer.toString(group.values);
                to.add(value(check, key, group.name, count, !tooFew && !tooMany));
                if (tooFew || tooMany) {
                    breach(check, group.place, group.name, count);
                }
            });
        }
    }

    /** What each line must meet. */
    private final class OfLines {

        private final Check.Line check;
        private final List<Decisions.CheckValue> broken = new ArrayList<>();

        OfLines(Check.Line check) {
            this.check = check;
        }

        void take(int sheet, ClaimLine line) {
            if (holds(check.condition(), line)) {
                return;
            }
            String first = batch.layout().of(line.claim().dataset()).first();
            String value = check.condition().names().stream()
                    .findFirst()
                    .map(column -> shown(line, column))
                    .orElse("");
            breach(check, told.at(sheet, line.claim(), column()), line.text(first), value);
            if (broken.size() < Told.MOST) {
                broken.add(value(check, line.key(first), line.text(first), value, false));
            }
        }

        private String column() {
            return check.condition().names().stream().findFirst().orElse("");
        }

        private static String shown(ClaimLine line, String column) {
            return line.amount(column).map(Fraction::toString).orElseGet(() -> line.text(column));
        }

        void close(List<Decisions.CheckValue> to) {
            to.addAll(broken);
            if (broken.isEmpty()) {
                to.add(value(check, "", "", "", true));
            }
        }
    }
}
