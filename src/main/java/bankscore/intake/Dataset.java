package bankscore.intake;

import bankscore.exact.Fraction;
import bankscore.exact.Sha256;
import bankscore.finding.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of sheet that offices send, told by {@code config/datasets/<id>.yaml}.
 *
 * @param id the name in formulas ({@code survey.rating}), such as {@code credit}
 * @param name the Chinese name, such as 存贷款
 * @param sender the office that sends it
 * @param rows what one row is
 * @param presence whether it must be there
 * @param columns in the order of the template
 * @param checks how a sheet is judged as a whole
 */
public record Dataset(
        String id, String name, String sender, Rows rows, Presence presence, List<Column> columns, Checks checks) {

    /**
     * How a sheet is judged as a whole.
     *
     * @param years which years its title may state beside the run's quarter
     * @param headingsOnly what a sheet with headings and no row is
     * @param witnesses what its figures are held against beside each other
     * @param edition how a sheet of it calls itself newer than another
     * @param against how it is held against earlier periods; absent: not at all
     * @param rows what cells of one row say together
     * @param others published figures that no rule takes for one of another name; a sheet that holds nothing else is passed
     *     over by a rule that asks for none of them
     */
    public record Checks(
            Years years,
            HeadingsOnly headingsOnly,
            Witnesses witnesses,
            Edition edition,
            Optional<AgainstEarlier> against,
            List<RowCheck> rows,
            List<String> others) {

        public Checks {
            rows = List.copyOf(rows);
            others = List.copyOf(others);
        }
    }

    /** The first cell of the sheet that holds a template's words for choice; such a sheet is ours and no data. */
    public static final String LISTS = "模板选项";

    public Dataset {
        columns = List.copyOf(columns);
    }

    /** Of the id alone: a record's own would go through all that every column says. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /**
     * What figures are held against besides themselves.
     *
     * @param ratios what they are beside others
     * @param sums what their sums are beside those of tables about another register: {@code to} is {@code dataset.column}
     * @param spreads how many times more or less than the middle one of its column a figure may be, by column
     * @param derived columns in which senders say again what follows from others
     * @param parted columns whose parts stand beside them where a sheet has columns of parts: no figure but 0 without any
     * @param evidence from when on they tell that a whole column is wrong
     */
    public record Witnesses(
            List<Ratio> ratios,
            List<Ratio> sums,
            Map<String, Fraction> spreads,
            List<Derived> derived,
            List<String> parted,
            Evidence evidence) {

        public Witnesses {
            sums = List.copyOf(sums);
            spreads = Collections.unmodifiableMap(new LinkedHashMap<>(spreads));
            ratios = List.copyOf(ratios);
            derived = List.copyOf(derived);
            parted = List.copyOf(parted);
        }
    }

    /**
     * The version of the templates that this definition makes: six hexadecimal digits over what a sender must know of
     * the columns. Further accepted headings do not change it.
     */
    public String version() {
        StringBuilder told = new StringBuilder(id);
        for (Column column : asked()) {
            told.append('\n')
                    .append(String.join(
                            "|",
                            column.id(),
                            column.name(),
                            told(column.kind()),
                            Boolean.toString(column.required()),
                            column.amount().flow().name(),
                            String.join(",", column.choices())));
        }
        return Sha256.of(told.toString()).substring(0, 6).toUpperCase(Locale.ROOT);
    }

    /** A kind as the first templates told it: their versions are in files that offices still send. */
    private static String told(Column.Kind kind) {
        return kind == Column.Kind.SUBJECT ? "BANK" : kind.name();
    }

    /** What one row is. */
    public enum Rows {
        /** An entry of the register whose subjects other tables name, such as a bank of the roster. */
        REGISTER,
        /** An entry of another register, such as an enterprise; one party may have several, each for its own time. */
        PARTY,
        /** A line of claims, such as a policy whose premium is to be subsidised, used in formulas as {@code dataset.column}. */
        CLAIM,
        /** A subject; each subject at most once, every numeric column a per-subject figure. */
        SUBJECT,
        /**
         * A subject of a register of parties, such as a county; each at most once, every numeric column a figure of it, used
         * in formulas of rules that watch that register.
         */
        MEMBER,
        /**
         * What a subject bids for a fund; each subject at most once a fund, every numeric column a figure of both. Without a
         * row it does not take part in that fund.
         */
        BID,
        /** A record; many rows per subject, used in formulas as {@code dataset.column} with {@code of:}. */
        RECORD,
        /** A figure published under a name; its unit is told by the rule that names it. */
        PUBLISHED,
        /** An office's written reason for a finding. */
        REASON,
        /** Anything else that an application knows, such as money held. */
        OTHER
    }

    /** Whether a dataset must be there. */
    public enum Presence {
        /** Always. */
        REQUIRED,
        /** If the scheme uses it. */
        IF_USED,
        /** May be absent, with a finding to verify if the scheme uses it. */
        NOTED,
        /** May be absent silently. */
        OPTIONAL,
        /** Required where the plan is real, in the fourth quarter as a rule; optional elsewhere. */
        ANNUAL,
        /**
         * For a rule that ends in a plan: required where the plan is real; may be absent elsewhere, with
         * a finding to verify. A sheet that lists nothing says so, and is to be verified too.
         */
        WITH_PLAN
    }

    /** Which years the title of a sheet may state alone, or with months of such a year. */
    public enum Years {
        /** The run's. */
        THIS,
        /** The next one: a plan. */
        NEXT,
        /** The run's or the last one: closing figures of last year. */
        LAST,
        /** Whatever it states, nothing is made of it: a list. */
        ANY
    }

    /** What a sheet with headings and no row is. */
    public enum HeadingsOnly {
        /** An error where the dataset must be there, otherwise to be verified. */
        ERROR,
        /** An error where the dataset must be there and no other sheet has a row of it, otherwise to be verified. */
        REVIEW,
        /** Ordinary, and only told. */
        NOTE
    }

    /**
     * What a rule names a column by: {@code loans}, {@code survey.rating} where a subject has many rows, or
     * {@code counties.loans} of subjects that stand in a register of their own.
     */
    public String formulaId(Column column) {
        return switch (rows) {
            case RECORD, CLAIM, PARTY -> id + "." + column.id();
            case MEMBER -> about().orElse(id) + "." + column.id();
            case REGISTER, SUBJECT, BID, PUBLISHED, REASON, OTHER -> column.id();
        };
    }

    /** The register of parties whose subjects its rows are about; absent: they are about those of {@link Rows#REGISTER}, or nobody. */
    public Optional<String> about() {
        return first(Column.Kind.SUBJECT).flatMap(column -> column.ties().register());
    }

    /** Whether its rows are about the subjects of a register. */
    public boolean isAbout(Dataset register) {
        return register.rows() == Rows.REGISTER
                ? first(Column.Kind.SUBJECT).isPresent() && about().isEmpty()
                : about().equals(Optional.of(register.id()));
    }

    /** Whether a row is all that there is of one subject, of whatever register. */
    public boolean isOfSubjects() {
        return rows == Rows.SUBJECT || rows == Rows.MEMBER;
    }

    /** Whether every numeric column is a figure of a subject, be it once for all or for each fund that it bids for. */
    public boolean givesFigures() {
        return isOfSubjects() || rows == Rows.BID;
    }

    /**
     * Which words a finding about a subject takes: those of banks, or of whoever else is in a register.
     *
     * @param words the variant that it takes for banks; empty: none
     * @return absent: no variant
     */
    public Optional<String> wording(String words) {
        String whose = rows == Rows.MEMBER ? words.isEmpty() ? "member" : words + "_member" : words;
        return Optional.of(whose).filter(variant -> !variant.isEmpty());
    }

    /** A finding in those words. */
    public Finding told(Finding finding) {
        return wording(finding.details().getOrDefault(Finding.VARIANT, ""))
                .map(words -> finding.with(Finding.VARIANT, words))
                .orElse(finding);
    }

    /** Whether its rows are entries of a register. */
    public boolean isRegister() {
        return rows == Rows.REGISTER || rows == Rows.PARTY;
    }

    /** Whether a rule uses a figure of it; of a table of subjects, or words too. */
    public boolean isUsedBy(Set<String> used) {
        return columns.stream()
                .filter(column -> column.kind().isNumeric()
                        || (rows == Rows.SUBJECT && column.kind().isWords()))
                .anyMatch(column -> used.contains(formulaId(column)));
    }

    /**
     * Whether a rule can do nothing without it.
     *
     * @param used every column that the rule uses
     * @param required the registers without which it can decide nothing
     * @param plan whether it ends in a real plan
     */
    public boolean isDue(Set<String> used, Set<String> required, boolean plan) {
        if (isRegister()) {
            return required.contains(id);
        }
        return switch (presence) {
            case REQUIRED -> true;
            case IF_USED -> isUsedBy(used);
            case ANNUAL, WITH_PLAN -> plan;
            case NOTED, OPTIONAL -> false;
        };
    }

    /** The columns that templates ask for. */
    public List<Column> asked() {
        return columns.stream().filter(Column::asked).toList();
    }

    public List<Column> identifying() {
        return columns.stream().filter(Column::identifying).toList();
    }

    public Optional<Column> column(String columnId) {
        return columns.stream().filter(column -> column.id().equals(columnId)).findFirst();
    }

    /** The first column of a kind, if there is one. */
    public Optional<Column> first(Column.Kind kind) {
        return columns.stream().filter(column -> column.kind() == kind).findFirst();
    }

    /** The id of the column that tells something of a subject of the register. */
    public Optional<String> id(Column.Role role) {
        return columns.stream()
                .filter(column -> column.head().role().filter(role::equals).isPresent())
                .map(Column::id)
                .findFirst();
    }

    public List<Column> numeric() {
        return columns.stream().filter(column -> column.kind().isNumeric()).toList();
    }
}
