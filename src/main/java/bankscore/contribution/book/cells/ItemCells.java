package bankscore.contribution.book.cells;

import bankscore.contribution.scheme.Item;
import bankscore.exact.Fraction;
import bankscore.facts.Subject;
import bankscore.paper.workbook.Addresses;
import bankscore.rule.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cells of 规则与口径 and 指标测算 that an item's formulas name. */
public final class ItemCells {

    private final Book book;
    private final Item item;
    private final Map<String, Fraction> parameters;

    public ItemCells(Book book, Item item) {
        this.book = book;
        this.item = item;
        this.parameters = item.parameters();
    }

    /** A parameter's cell; the number itself where the scheme leaves the parameter out. */
    public String parameter(String name) {
        Fraction value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter of " + item.id() + ": " + name);
        }
        return book.parameter(path(name), value);
    }

    /** Whether the scheme writes a parameter, so that it has a cell. */
    boolean writes(String name) {
        return book.hasParameter(path(name));
    }

    /** One range of all the parameters; empty where one has no cell. */
    Optional<String> range(List<String> names) {
        List<Addresses.Address> cells = names.stream()
                .flatMap(name -> book.addresses().find(BookAddress.PARAMETER, path(name), "").stream())
                .toList();
        return cells.size() < names.size() ? Optional.empty() : Addresses.range(cells);
    }

    public Optional<String> benchmark(String id) {
        return book.addresses().absolute(BookAddress.BENCHMARK, id, "");
    }

    public Optional<String> measure(String id, Subject bank) {
        return book.addresses().absolute(BookAddress.MEASURE, id, bank.code());
    }

    /**
     * What a method or a condition compares with.
     *
     * @param parameter the name under which a number stands among the parameters
     * @param statistic the cell of a statistic over the compared banks
     */
    public Optional<String> reference(
            String parameter,
            Reference reference,
            Subject bank,
            Function<Reference.OfPopulation, Optional<String>> statistic) {
        return reference.read(new Reference.Reader<>() {
            @Override
            public Optional<String> fixed(Reference.Fixed fixed) {
                return Optional.of(parameter(parameter));
            }

            @Override
            public Optional<String> ofBenchmark(Reference.OfBenchmark benchmark) {
                return benchmark(benchmark.id());
            }

            @Override
            public Optional<String> ofMeasure(Reference.OfMeasure measure) {
                return measure(measure.id(), bank);
            }

            @Override
            public Optional<String> ofPopulation(Reference.OfPopulation population) {
                return statistic.apply(population);
            }
        });
    }

    private String path(String name) {
        return item.path() + "." + name;
    }
}
