package bankscore.subsidy.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Subsidy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a subsidy is computed and who bears it, as staff read it: names where the rule has ids. */
public final class ShareText {

    private final RuleNames names;
    private final Words words;

    public ShareText(RuleNames names, Words words) {
        this.names = names;
        this.words = words;
    }

    /** A base with the names of its columns: 实缴保费 × 2. */
    public String formula(Subsidy subsidy, Formula formula) {
        return formula.read(new Written(new Said() {
            @Override
            public String column(String id) {
                return names.column(subsidy, id);
            }

            @Override
            public String end(String id) {
                return column(id);
            }

            @Override
            public String table(Formula.Lookup lookup) {
                return words.text(
                        "share.lookup",
                        "table",
                        ShareText.this.table(lookup.table()),
                        "words",
                        lookup.columns().stream()
                                .map(this::column)
                                .collect(Collectors.joining(words.text("letter.join"))));
            }
        }));
    }

    /** What is written for the parts of a formula. */
    interface Said {

        String column(String id);

        /** The last day of a span. */
        String end(String id);

        String table(Formula.Lookup lookup);
    }

    /** The same with what a line says. */
    String formula(Formula formula, Said said) {
        return formula.read(new Written(said));
    }

    /** 50%, or that a table tells it by the day. */
    public String rate(Subsidy subsidy) {
        return subsidy.amount().rate() instanceof Subsidy.Rate.Fixed fixed
                ? percent(fixed.share())
                : words.text(
                        "share.rate.table",
                        "table",
                        table(((Subsidy.Rate.ByDay) subsidy.amount().rate()).table()));
    }

    /** 0.5 is 50%. */
    public static String percent(Fraction share) {
        return PrintedNumber.value(share.times(Fraction.HUNDRED)) + "%";
    }

    /** Who bears it, and who of them is nobody's subsidy. */
    public String bearing(Subsidy subsidy) {
        Bearing bearing = subsidy.bearing();
        String who = bearing instanceof Bearing.Shares shares
                ? shares.levels().entrySet().stream()
                        .map((Map.Entry<String, Fraction> each) -> each.getKey() + percent(each.getValue()))
                        .collect(Collectors.joining(words.text("letter.join")))
                : words.text("share.levels.table", "table", table(((Bearing.OfTable) bearing).table()));
        String rest = names.levels(subsidy).size() > 1 ? words.text("share.rest", "level", bearing.rest()) : "";
        String own = bearing.own().isEmpty()
                ? ""
                : words.text("share.own", "levels", String.join(words.text("letter.join"), bearing.own()));
        return who + rest + own;
    }

    /** What a table is called: what is published under its name, else what it goes by. */
    public String table(String id) {
        Table table = names.scheme().tables().get(id);
        if (table instanceof Table.ByDay byDay) {
            return byDay.published().orElseGet(() -> words.text("share.table.day"));
        }
        List<String> by = names.table(id).by();
        String columns = by.stream().map(this::column).collect(Collectors.joining(words.text("letter.join")));
        return words.text("share.table.words", "columns", columns);
    }

    /** A column that a table goes by: that of any subsidy, or of a register. */
    private String column(String id) {
        return names.scheme().subsidies().stream()
                .map(subsidy -> names.column(subsidy, id))
                .filter(name -> !name.equals(id))
                .findFirst()
                .or(() -> names.anywhere(id))
                .orElse(id);
    }

    /** In parentheses where an expression binds less tightly than its surroundings. */
    private final class Written implements Formula.Reader<String> {

        private final Said said;

        Written(Said said) {
            this.said = said;
        }

        @Override
        public String constant(Formula.Constant formula) {
            return PrintedNumber.value(formula.value());
        }

        @Override
        public String name(Formula.Name formula) {
            return said.column(formula.id());
        }

        @Override
        public String negation(Formula.Negation formula) {
            return "-(" + formula.operand().read(this) + ")";
        }

        @Override
        public String binary(Formula.Binary formula) {
            int binding = formula.operator().binding();
            String sign = switch (formula.operator()) {
                case PLUS -> "+";
                case MINUS -> "-";
                case TIMES -> "×";
                case DIVIDED_BY -> "÷";
            };
            return inside(formula.left(), binding) + " " + sign + " "
                    + PrintedNumber.operand(inside(formula.right(), binding + 1));
        }

        private String inside(Formula formula, int binding) {
            String text = formula.read(this);
            return formula instanceof Formula.Binary inner && inner.operator().binding() < binding
                    ? "(" + text + ")"
                    : text;
        }

        @Override
        public String aggregate(Formula.Aggregate formula) {
            return words.text(
                    "share.aggregate",
                    "statistic",
                    words.text("statistic." + formula.statistic().name()),
                    "operand",
                    formula.operand().read(this));
        }

        @Override
        public String pick(Formula.Pick formula) {
            return words.text(
                    formula.least() ? "share.least" : "share.most",
                    "operands",
                    formula.operands().stream()
                            .map(operand -> operand.read(this))
                            .collect(Collectors.joining(words.text("letter.join"))));
        }

        /** Of lines there is none. */
        @Override
        public String first(Formula.First formula) {
            return formula.operands().get(0).read(this);
        }

        @Override
        public String days(Formula.Days formula) {
            return words.text(
                    formula.inPeriod() ? "share.days.period" : "share.days",
                    "from",
                    said.column(formula.from()),
                    "to",
                    said.end(formula.to()));
        }

        @Override
        public String lookup(Formula.Lookup formula) {
            return said.table(formula);
        }
    }
}
