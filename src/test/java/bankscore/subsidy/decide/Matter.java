package bankscore.subsidy.decide;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.facts.Claim;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.rule.Condition;
import bankscore.rule.Formula;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import bankscore.rule.Mark;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.rule.Table;
import bankscore.rule.line.LineColumn;
import bankscore.sheet.Place;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Check;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rule, its claims and what stands beside them, put together line by line; decided in memory. */
final class Matter {

    static final String CLAIMS = "policies";
    static final String OTHERS = "loans";
    static final String REACHED = "reached";
    static final String PRO_RATA = "pro rata";

    /** What is a party, and of which register; what is a figure; what is a day. Anything else is a text. */
    private static final Map<String, String> PARTIES =
            Map.of("firm", "firms", "insurer", "insurers", "county", "counties");

    private static final Set<String> DAYS = Set.of("day", "start", "end");
    private static final Set<String> AMOUNTS = Set.of("paid", "due", "others", "rate", "loan", "interest", "sum");

    private static final Map<String, LineColumn> COLUMNS = columns();

    final List<Subsidy> subsidies = new ArrayList<>();
    final Map<String, Table> tables = new LinkedHashMap<>();
    final List<Check> checks = new ArrayList<>();
    final List<Memory.Granted> earlier = new ArrayList<>();
    final Map<String, PartyRegister> registers = new HashMap<>();
    final Map<String, List<Table.DayRow>> published = new HashMap<>();
    final Map<String, Batch.BudgetItem> budgets = new HashMap<>();
    final List<Batch.Lift> lifts = new ArrayList<>();
    final Map<String, List<Claim>> files = new LinkedHashMap<>();
    Period period = new Period(2024, 4);
    SubsidyScheme.Status status = SubsidyScheme.Status.BATCH;
    Rounding rounding = Rounding.halfUp(2, "");

    private static Map<String, LineColumn> columns() {
        Map<String, LineColumn> columns = new HashMap<>();
        PARTIES.forEach((column, register) -> columns.put(column, LineColumn.ofParty(register)));
        DAYS.forEach(column -> columns.put(column, new LineColumn(LineColumn.Kind.DAY)));
        AMOUNTS.forEach(column -> columns.put(column, new LineColumn(LineColumn.Kind.AMOUNT)));
        for (String text : List.of("kind", "policy", "district", "account", "branch", "leave")) {
            columns.put(text, new LineColumn(LineColumn.Kind.TEXT));
        }
        columns.put("class", LineColumn.ofRegister("counties", "county"));
        return columns;
    }

    /** A line of a file, such as {@code firm=甲 policy=P1 paid=9000 day=2024-06-01}. */
    Matter line(String file, String cells) {
        return line(CLAIMS, file, cells);
    }

    Matter line(String dataset, String file, String cells) {
        List<Claim> own = files.computeIfAbsent(file, name -> new ArrayList<>());
        own.add(claim(dataset, own.size() + 1, cells));
        return this;
    }

    static Claim claim(String dataset, int row, String cells) {
        Map<String, Claim.Entry> entries = new LinkedHashMap<>();
        for (String cell : cells.split(" ", -1)) {
            int at = cell.indexOf('=');
            String column = cell.substring(0, at);
            String text = cell.substring(at + 1);
            entries.put(column, entry(entries.size(), column, text));
        }
        return new Claim(dataset, row, entries);
    }

    private static Claim.Entry entry(int at, String column, String text) {
        if (PARTIES.containsKey(column)) {
            return new Claim.Party(at, text, text, true);
        }
        if (DAYS.contains(column)) {
            return new Claim.Day(at, LocalDate.parse(text));
        }
        return AMOUNTS.contains(column) ? new Claim.Amount(at, new BigDecimal(text)) : new Claim.Words(at, text);
    }

    Matter with(Subsidy subsidy) {
        subsidies.add(subsidy);
        return this;
    }

    Matter budget(String item, String yuan) {
        budgets.put(item, new Batch.BudgetItem(money(yuan), new Place("预算.xlsx", "预算", "B2")));
        return this;
    }

    Matter register(String dataset, String code, PartyRegister.Row... rows) {
        Map<String, List<PartyRegister.Row>> all = new HashMap<>();
        List<Subject> subjects = new ArrayList<>();
        if (registers.containsKey(dataset)) {
            PartyRegister known = registers.get(dataset);
            known.names().subjects().forEach(party -> all.put(party.code(), known.rows(party.code())));
            subjects.addAll(registers.get(dataset).names().subjects());
        }
        all.put(code, List.of(rows));
        subjects.add(new Subject(code, code, "", List.of("别名" + code), "", Optional.empty(), true));
        registers.put(dataset, new PartyRegister(dataset, new Register(subjects), all));
        return this;
    }

    static PartyRegister.Row row(String from, String to, Map<String, String> texts) {
        return new PartyRegister.Row(Place.NONE, day(from), day(to), texts);
    }

    private static Optional<LocalDate> day(String day) {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    SubsidyScheme scheme() {
        return new SubsidyScheme(
                new RuleHead(
                        "town-2024",
                        "town",
                        "town",
                        LocalDate.of(2024, 5, 6),
                        Optional.of(LocalDate.of(2025, 5, 5)),
                        ""),
                new Source("", "", Optional.empty(), List.of(), Map.of(), List.of()),
                status,
                rounding,
                tables,
                subsidies,
                checks,
                new SubsidyScheme.Reads(Set.of(), Set.of(), Set.of(), Map.of()),
                List.of());
    }

    Batch batch() {
        Batch.Dataset dataset = new Batch.Dataset("firm", COLUMNS, Map.of("day", "日期"), List.of("policy"));
        return new Batch(
                scheme(),
                period,
                claims(),
                earlier::forEach,
                new Batch.Beside(registers, published, budgets, lifts),
                new Batch.Layout(
                        Map.of(CLAIMS, dataset, OTHERS, dataset),
                        List.of("county", "district"),
                        "counties",
                        "branch",
                        "account"),
                new Batch.Reasons(REACHED, PRO_RATA));
    }

    private Claims claims() {
        List<String> names = List.copyOf(files.keySet());
        return new Claims() {
            @Override
            public List<Sheet> sheets() {
                List<Sheet> sheets = new ArrayList<>();
                names.forEach(name -> sheets.add(new Sheet(sheets.size(), Place.of(name, "申报"))));
                return sheets;
            }

            @Override
            public void each(String dataset, Taker to) {
                for (int sheet = 0; sheet < names.size(); sheet++) {
                    for (Claim claim : files.getOrDefault(names.get(sheet), List.of())) {
                        if (claim.dataset().equals(dataset)) {
                            to.take(sheet, claim);
                        }
                    }
                }
            }
        };
    }

    Decisions decide() {
        return Decider.decide(batch(), new MemoryRoom());
    }

    /** The next period of the same rule, which remembers what this one granted. */
    Matter next(Period following) {
        Matter next = new Matter();
        next.subsidies.addAll(subsidies);
        next.tables.putAll(tables);
        next.budgets.putAll(budgets);
        next.registers.putAll(registers);
        next.earlier.addAll(earlier);
        next.period = following;
        decide().lines().each(line -> {
            if (!line.outcome().isRefused()) {
                next.earlier.add(new Memory.Granted(
                        period, line.subsidy(), line.day(), line.line().claim(), line.granted()));
            }
        });
        return next;
    }

    /** What was decided of each line: reference, amount, granted and reason. */
    static List<String> outcomes(Decisions decisions) {
        List<String> outcomes = new ArrayList<>();
        decisions
                .lines()
                .each(line -> outcomes.add((line.line().reference() + " "
                                + line.amount().map(Money::yuan).orElse("-") + " "
                                + line.granted().yuan() + " " + line.outcome().reason())
                        .strip()));
        return outcomes;
    }

    /** What was found: code, variant if there is one, and cell. */
    static List<String> findings(Decisions decisions) {
        return decisions.findings().stream()
                .map(each -> (each.code() + " " + each.details().getOrDefault("variant", "") + " "
                                + each.place().file() + " " + each.place().cell())
                        .replaceAll(" +", " ")
                        .strip())
                .toList();
    }

    static Money money(String yuan) {
        return Money.ofYuan(Fraction.of(yuan), new Rounding(2, Rounding.Mode.DOWN, ""));
    }

    static Formula formula(String text) {
        try {
            return FormulaParser.ofLine(text, Set.of("lpr"));
        } catch (FormulaException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A subsidy, of which everything has a default: all lines, the firm's, half of what it paid, borne by the city. */
    static final class Draft {

        String id = "premium";
        String dataset = CLAIMS;
        Optional<Condition> where = Optional.empty();
        String payee = "firm";
        String day = "day";
        final List<Subsidy.Requirement> eligible = new ArrayList<>();
        Formula base = formula("paid");
        Subsidy.Rate rate = new Subsidy.Rate.Fixed(Fraction.of("0.5"));
        final List<Cap> caps = new ArrayList<>();
        Bearing bearing = new Bearing.Shares(Map.of("市财政", Fraction.ONE), "市财政", List.of());

        Draft require(Condition condition, String otherwise) {
            eligible.add(new Subsidy.Requirement(condition, otherwise, "一", Mark.TEXT));
            return this;
        }

        Draft base(String text) {
            base = formula(text);
            return this;
        }

        Draft rate(String share) {
            rate = new Subsidy.Rate.Fixed(Fraction.of(share));
            return this;
        }

        Draft cap(Cap cap) {
            caps.add(cap);
            return this;
        }

        /** So much a firm and calendar year. */
        Draft yearly(String amount) {
            return cap(ceiling(amount, Cap.Span.YEAR, false));
        }

        Draft budget(String item, Cap.IfShort ifShort) {
            return cap(new Cap.Budget(item, ifShort, "六", Mark.TEXT));
        }

        Draft borne(String rest, List<String> own, String... levelsAndShares) {
            Map<String, Fraction> shares = new LinkedHashMap<>();
            for (int i = 0; i < levelsAndShares.length; i += 2) {
                shares.put(
                        levelsAndShares[i], Fraction.of(levelsAndShares[i + 1]).dividedBy(Fraction.HUNDRED));
            }
            bearing = new Bearing.Shares(shares, rest, own);
            return this;
        }

        static Cap.Ceiling ceiling(String amount, Cap.Span span, boolean liftable) {
            return new Cap.Ceiling(Fraction.of(amount), List.of("firm"), span, liftable, "五", Mark.TEXT);
        }

        Subsidy done() {
            return new Subsidy(
                    id,
                    id,
                    "一",
                    Mark.TEXT,
                    new Subsidy.Claims(dataset, where, "firm", payee, day, "policy"),
                    eligible,
                    new Subsidy.Amount(base, rate, caps),
                    bearing);
        }
    }

    static Draft draft() {
        return new Draft();
    }

    static Draft draft(String id) {
        Draft draft = new Draft();
        draft.id = id;
        return draft;
    }
}
