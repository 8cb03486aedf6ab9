package bankscore.watch.book;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.LiveFormula;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.rule.Formula;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.rule.say.CellFormula;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Watched;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures, benchmarks and bounds as formulas over the cells of the book; where there is none, a value stands. */
final class Cells {

    private static final int MOST_CHARACTERS = 8000;

    private final Book book;

    Cells(Book book) {
        this.book = book;
    }

    /** The cell of a group's figure or measure; {@code group.id} names another group's. */
    Optional<Addresses.Address> address(Group group, String id, String code) {
        String named = id.contains(".") ? id : group.id() + "." + id;
        return book.addresses()
                .find(BookAddress.MEASURE, named, code)
                .or(() -> book.addresses().find(BookAddress.FIGURE, named, code))
                .or(() -> book.addresses().find(BookAddress.BENCHMARK, id, ""));
    }

    /**
     * A subject's measure.
     *
     * @param row the cells of its own row in which figures stand, by id
     */
    Optional<String> measure(
            Group group, Definition.Measure measure, Watched subject, Map<String, Addresses.Address> row) {
        if (measure.of().isPresent()) {
            return Optional.empty();
        }
        return measure.formula()
                .read(new CellFormula(
                        LiveFormula::literal,
                        id -> Optional.ofNullable(row.get(id))
                                .map(Addresses.Address::local)
                                .or(() -> address(group, id, subject.subject().code())
                                        .map(Addresses.Address::absolute)),
                        aggregate -> statistic(group, measure.formula(), aggregate, measure.over()),
                        0))
                .flatMap(formula -> rounded(
                        formula,
                        measure.rounding(),
                        "subjects." + group.id() + ".measures." + measure.id() + ".round"));
    }

    /** A benchmark: the published figure, or a statistic over subjects. */
    Optional<String> benchmark(BenchmarkValue value) {
        Definition.Benchmark benchmark = value.benchmark();
        if (value.published()) {
            return benchmark.published().flatMap(item -> book.addresses().absolute(BookAddress.PUBLISHED, item, ""));
        }
        return benchmark
                .computed()
                .flatMap(formula -> formula.read(new CellFormula(
                        LiveFormula::literal,
                        id -> book.addresses().absolute(BookAddress.BENCHMARK, id, ""),
                        aggregate -> book.report().rule().groups().stream()
                                .filter(group -> aggregate.operand().names().stream()
                                        .allMatch(name -> name.startsWith(group.id() + ".")))
                                .findFirst()
                                .flatMap(group -> statistic(group, formula, aggregate, benchmark.over())),
                        0)))
                .flatMap(formula -> rounded(formula, benchmark.rounding(), benchmark.decimals()));
    }

    /** Rounded to the decimals of a parameter; what is not rounded is guarded all the same. */
    private Optional<String> rounded(String formula, Optional<Rounding> rounding, String path) {
        String published = rounding.map(
                        to -> LiveFormula.rounded(formula, to.mode(), book.parameter(path, Fraction.of(to.decimals()))))
                .orElse("ROUND(" + formula + ",10)");
        // A quotient may have no base, and a figure may be missing.
        String whole = "IFERROR(" + published + ",\"" + book.words().text("book.none") + "\")";
        return whole.length() <= MOST_CHARACTERS ? Optional.of(whole) : Optional.empty();
    }

    /** A statistic over those of a group who have all that the whole formula asks of it. */
    private Optional<String> statistic(
            Group group, Formula whole, Formula.Aggregate aggregate, Definition.Population over) {
        if (!(aggregate.operand() instanceof Formula.Name name)) {
            return Optional.empty();
        }
        List<Addresses.Address> cells = new ArrayList<>();
        for (Watched subject : subjects(group, over)) {
            String code = subject.subject().code();
            boolean has = whole.names().stream()
                    .filter(each -> book.addresses()
                            .find(BookAddress.BENCHMARK, each, "")
                            .isEmpty())
                    .allMatch(each -> isThere(group, each, subject));
            if (has) {
                address(group, name.id(), code).ifPresent(cells::add);
            }
        }
        return Addresses.arguments(cells).map(arguments -> function(aggregate.statistic(), arguments));
    }

    private List<Watched> subjects(Group group, Definition.Population over) {
        return book.judged(group.id()).map(JudgedGroup::subjects).orElse(List.of()).stream()
                .filter(each ->
                        over == Definition.Population.ALL || each.exempt().isEmpty())
                .toList();
    }

    private boolean isThere(Group group, String id, Watched subject) {
        String own = id.startsWith(group.id() + ".") ? id.substring(group.id().length() + 1) : id;
        return subject.measures().containsKey(own)
                ? subject.measures().get(own).value().isPresent()
                : address(group, id, subject.subject().code()).isPresent();
    }

    private static String function(Statistic statistic, String arguments) {
        return (statistic == Statistic.MEAN ? "AVERAGE" : statistic.name()) + "(" + arguments + ")";
    }

    /**
     * What a subject is held against.
     *
     * @param values the cells of the measure of those who are judged and have it, as a range
     */
    Optional<String> bound(Watch watch, Group group, String code, Optional<String> values) {
        Optional<String> bound = watch.bound().read(new Reference.Reader<Optional<String>>() {
            @Override
            public Optional<String> fixed(Reference.Fixed reference) {
                return Optional.of(book.parameter(
                        watch.path() + (watch.side() == Watch.Side.BELOW ? ".below" : ".above"), reference.value()));
            }

            @Override
            public Optional<String> ofBenchmark(Reference.OfBenchmark reference) {
                return book.addresses().absolute(BookAddress.BENCHMARK, reference.id(), "");
            }

            @Override
            public Optional<String> ofMeasure(Reference.OfMeasure reference) {
                return address(group, reference.id(), code).map(Addresses.Address::absolute);
            }

            @Override
            public Optional<String> ofPopulation(Reference.OfPopulation reference) {
                return values.flatMap(cells -> rounded(
                        function(reference.statistic(), cells),
                        group.measure(watch.measure()).flatMap(Definition.Measure::rounding),
                        ""));
            }
        });
        return watch.progress()
                ? bound.map(year -> year + "*" + book.report().period().quarter() + "/4")
                : bound;
    }
}
