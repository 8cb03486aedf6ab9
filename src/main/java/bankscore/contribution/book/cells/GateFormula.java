package bankscore.contribution.book.cells;

import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.BankConditions;
import bankscore.exact.Fraction;
import bankscore.facts.Earlier;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.rule.Condition;
import bankscore.rule.MeasureValue;
import bankscore.rule.Reference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition of an item as a formula: figures live, what the register tells as it was.
 *
 * <p>A comparison with a figure that does not exist does not hold. Doubles are guarded by a ROUND.
 */
final class GateFormula {

    private final Book book;
    private final ItemCells cells;
    private final Subject bank;

    GateFormula(Book book, ItemCells cells, Subject bank) {
        this.book = book;
        this.cells = cells;
        this.bank = bank;
    }

    /** The points where the condition holds, else the other ones; empty where a cell is not there. */
    Optional<String> of(Item.Gate gate, String points) {
        IdentityHashMap<Condition, String> paths = new IdentityHashMap<>();
        gate.comparisons().forEach((path, compared) -> paths.put(compared, path));
        String otherwise = cells.parameter(Item.Gate.OTHERWISE);
        if (gate.condition() instanceof Condition.Compared single) {
            return sides(single, paths)
                    .map(sides -> "IF(" + sides.exist() + ",IF(" + sides.hold() + "," + points + "," + otherwise + "),"
                            + otherwise + ")");
        }
        return gate.condition()
                .read(new Logical(paths))
                .map(condition -> "IF(" + condition + "," + points + "," + otherwise + ")");
    }

    /**
     * Both sides of a comparison.
     *
     * @param exist whether they are numbers
     * @param hold whether the comparison holds
     */
    private record Sides(String exist, String hold) {}

    private Optional<Sides> sides(Condition.Compared condition, IdentityHashMap<Condition, String> paths) {
        Optional<String> value = figure(condition.measure());
        Optional<String> bound = condition.bound() instanceof Reference.OfMeasure other
                ? figure(other.id())
                : cells.reference(paths.getOrDefault(condition, ""), condition.bound(), bank, none -> Optional.empty());
        String sign = switch (condition.comparison()) {
            case AT_LEAST -> ">=0";
            case ABOVE -> ">0";
            case AT_MOST -> "<=0";
            case BELOW -> "<0";
        };
        return value.flatMap(own -> bound.map(other -> new Sides(
                "AND(ISNUMBER(" + own + "),ISNUMBER(" + other + "))", "ROUND(" + own + "-" + other + ",10)" + sign)));
    }

    private Optional<String> figure(String id) {
        return cells.measure(id, bank).or(() -> book.addresses().absolute(BookAddress.FIGURE, id, bank.code()));
    }

    private final class Logical implements Condition.Reader<Optional<String>> {

        private final IdentityHashMap<Condition, String> paths;

        Logical(IdentityHashMap<Condition, String> paths) {
            this.paths = paths;
        }

        @Override
        public Optional<String> compared(Condition.Compared condition) {
            return sides(condition, paths).map(sides -> "IF(" + sides.exist() + "," + sides.hold() + ",FALSE)");
        }

        @Override
        public Optional<String> text(Condition.Text condition) {
            return told(condition);
        }

        @Override
        public Optional<String> dated(Condition.Dated condition) {
            return told(condition);
        }

        @Override
        public Optional<String> inRegister(Condition.InRegister condition) {
            return Optional.empty();
        }

        @Override
        public Optional<String> unique(Condition.Unique condition) {
            return Optional.empty();
        }

        @Override
        public Optional<String> noOverlap(Condition.NoOverlap condition) {
            return Optional.empty();
        }

        @Override
        public Optional<String> filled(Condition.Filled condition) {
            return told(condition);
        }

        /** What the register tells of a bank stands in no cell that a formula could name. */
        private Optional<String> told(Condition condition) {
            BankConditions conditions = new BankConditions(
                    book.assessment().scheme(), book.report().quarter().facts());
            return Optional.of(conditions.holds(condition, conditions.line(bank, this::value)) ? "TRUE" : "FALSE");
        }

        /** This quarter live; what earlier ones published does not change. */
        @Override
        public Optional<String> running(Condition.Running condition) {
            Earlier earlier = book.report().quarter().facts().earlier();
            boolean whole = condition.isWhole(condition.before(
                    book.assessment().period(), (period, id) -> earlier.published(period, id, bank.code())));
            return whole ? condition.compared().read(this) : Optional.of("FALSE");
        }

        private Optional<Fraction> value(String id) {
            return Optional.ofNullable(book.assessment()
                            .measures()
                            .getOrDefault(id, Map.of())
                            .get(bank.code()))
                    .flatMap(MeasureValue::value)
                    .or(() -> book.quarter().facts().figure(id, bank.code()).map(Figure::value));
        }

        @Override
        public Optional<String> all(Condition.All condition) {
            return joined("AND(", condition.parts());
        }

        @Override
        public Optional<String> any(Condition.Any condition) {
            return joined("OR(", condition.parts());
        }

        @Override
        public Optional<String> not(Condition.Not condition) {
            return joined("NOT(", condition.parts());
        }

        private Optional<String> joined(String function, List<Condition> parts) {
            List<String> formulas = new ArrayList<>();
            parts.forEach(part -> part.read(this).ifPresent(formulas::add));
            return formulas.size() < parts.size()
                    ? Optional.empty()
                    : Optional.of(function + String.join(",", formulas) + ")");
        }
    }
}
