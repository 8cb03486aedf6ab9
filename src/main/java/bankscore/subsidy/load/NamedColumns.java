package bankscore.subsidy.load;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.rule.LineColumns;
import bankscore.rule.Condition;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.rule.line.LineColumn;
import bankscore.subsidy.Names;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Check;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme.Reads;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a rule needs of the input: every column that it names, the registers that know them, what is published. */
final class NamedColumns {

    private final List<Dataset> datasets;
    private final Map<String, Table> tables;
    private final Set<String> columns = new HashSet<>();
    /** Without which a sheet of claims is of no use to any subsidy, by dataset: one that some lines need may be absent from others' sheets. */
    private final Map<String, Set<String>> ofAll = new HashMap<>();

    private final Set<String> read = new HashSet<>();
    private final Set<String> required = new HashSet<>();
    private final Map<String, String> published = new HashMap<>();

    NamedColumns(List<Dataset> datasets, Map<String, Table> tables) {
        this.datasets = datasets;
        this.tables = tables;
    }

    Reads reads(List<Subsidy> subsidies, List<Check> checks) {
        subsidies.forEach(this::subsidy);
        checks.forEach(this::check);
        ofAll.values().forEach(columns::addAll);
        for (Table table : tables.values()) {
            if (table instanceof Table.ByDay byDay && byDay.published().isPresent()) {
                published.put(byDay.published().get(), byDay.unit());
                read.add(Names.PARAMETERS);
            }
        }
        read.addAll(required);
        return new Reads(columns, read, required, published);
    }

    private Optional<Dataset> dataset(String id) {
        return datasets.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private void subsidy(Subsidy subsidy) {
        Subsidy.Claims claims = subsidy.claims();
        Lines lines = new Lines(claims.dataset());
        claims.where().ifPresent(lines::condition);
        Stream.of(claims.claimant(), claims.payee(), claims.day(), claims.reference())
                .filter(column -> !column.isEmpty())
                .forEach(lines::name);
        // The list of those who are granted something masks the names of natural persons.
        lines.register(claims.claimant())
                .filter(register -> register.first(Column.Kind.RESIDENT_ID).isPresent())
                .ifPresent(register -> required.add(register.id()));
        subsidy.eligible().forEach(each -> lines.condition(each.condition()));
        lines.formula(subsidy.amount().base());
        for (Cap cap : subsidy.amount().caps()) {
            cap.read(new OfCap()).forEach(lines::name);
            if (cap instanceof Cap.Budget) {
                read.add(Names.BUDGETS);
            }
        }
        if (subsidy.bearing() instanceof Bearing.OfTable table
                && tables.get(table.table()) instanceof Table.ByWord words) {
            words.by().forEach(lines::name);
        }
        ofAll.merge(claims.dataset(), lines.own, (all, own) -> {
            all.retainAll(own);
            return all;
        });
    }

    private void check(Check check) {
        if (check instanceof Check.Count count) {
            Lines lines = new Lines(count.dataset());
            count.where().ifPresent(lines::condition);
            count.unless().ifPresent(lines::condition);
            lines.name(count.count());
            lines.name(count.per());
            ofAll.putIfAbsent(count.dataset(), lines.own);
        } else if (check instanceof Check.Line line) {
            Lines lines = new Lines(line.dataset());
            line.where().ifPresent(lines::condition);
            lines.condition(line.condition());
            ofAll.putIfAbsent(line.dataset(), lines.own);
        }
    }

    /** The lines of a dataset, by whose columns something is named. */
    private final class Lines {

        private final Dataset dataset;
        private final Map<String, LineColumn> known;
        private final Set<String> own = new HashSet<>();

        Lines(String id) {
            this.dataset = dataset(id).orElseThrow();
            this.known = LineColumns.of(dataset, datasets).all();
            read.add(id);
            known.values().stream()
                    .map(LineColumn::register)
                    .filter(register -> !register.isEmpty())
                    .forEach(read::add);
        }

        void name(String id) {
            Optional<Column> there = dataset.column(id);
            there.ifPresent(column -> own.add(dataset.formulaId(column)));
            LineColumn column = known.get(id);
            if (there.isEmpty() && column != null) {
                required.add(column.register());
                name(column.party());
                dataset(column.register())
                        .flatMap(register -> register.column(id).map(register::formulaId))
                        .ifPresent(columns::add);
            }
        }

        /** The register of a party. */
        Optional<Dataset> register(String party) {
            return Optional.ofNullable(known.get(party)).flatMap(column -> dataset(column.register()));
        }

        void condition(Condition condition) {
            condition.read(new Needed()).forEach(this::name);
            // What a register lends is needed wherever it is named: a claim has no cell that could be empty.
            condition.names().stream()
                    .filter(id -> dataset.column(id).isEmpty())
                    .forEach(this::name);
            condition.whole().forEach(each -> {
                if (each instanceof Condition.InRegister inRegister) {
                    required.add(inRegister.register());
                }
            });
        }

        void formula(Formula formula) {
            formula.names().forEach(this::name);
        }
    }

    /** The columns without which a condition tells nothing right; where one is only excluded by them, they may be absent. */
    private static final class Needed implements Condition.Reader<Stream<String>> {

        @Override
        public Stream<String> compared(Condition.Compared condition) {
            return condition.names().stream();
        }

        @Override
        public Stream<String> running(Condition.Running condition) {
            return condition.names().stream();
        }

        @Override
        public Stream<String> text(Condition.Text condition) {
            return condition.among() ? Stream.of(condition.column()) : Stream.empty();
        }

        @Override
        public Stream<String> dated(Condition.Dated condition) {
            return Stream.of(condition.column());
        }

        @Override
        public Stream<String> inRegister(Condition.InRegister condition) {
            return condition.names().stream();
        }

        @Override
        public Stream<String> unique(Condition.Unique condition) {
            return condition.columns().stream();
        }

        @Override
        public Stream<String> noOverlap(Condition.NoOverlap condition) {
            return Stream.concat(condition.columns().stream(), Stream.of(condition.from()));
        }

        @Override
        public Stream<String> filled(Condition.Filled condition) {
            return condition.columns().stream();
        }

        @Override
        public Stream<String> all(Condition.All condition) {
            return condition.parts().stream().flatMap(part -> part.read(this));
        }

        @Override
        public Stream<String> any(Condition.Any condition) {
            return Stream.empty();
        }

        @Override
        public Stream<String> not(Condition.Not condition) {
            return Stream.empty();
        }
    }

    /** The columns that a cap needs. */
    private static final class OfCap implements Cap.Reader<Stream<String>> {
        @Override
        public Stream<String> ceiling(Cap.Ceiling cap) {
            return cap.per().stream();
        }

        @Override
        public Stream<String> partOf(Cap.PartOf cap) {
            return Stream.of(cap.of());
        }

        @Override
        public Stream<String> budget(Cap.Budget cap) {
            return Stream.empty();
        }
    }
}
