package bankscore.contribution.book.cells;

import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.ScoreCard;
import bankscore.facts.Subject;
import bankscore.paper.workbook.Addresses;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The banks an item compares, as cells of 指标测算: all assessed ones, or those of a bank's own kind.
 *
 * <p>A best or a mean has a cell of its own there, because a statistic in every bank's line would run over all banks once
 * for each of them; and whoever asks for the best finds it.
 */
public final class ComparedBanks {

    private static final String POSITIVE = "SUMIF";
    private static final String OF_BEST = "BEST";

    private final Book book;
    private final Map<String, Optional<String>> ranges = new HashMap<>();

    public ComparedBanks(Book book) {
        this.book = book;
    }

    /** The assessed banks in roster order; peers together where an item compares within a kind. */
    public static List<ScoreCard> order(Book book) {
        return book.items().stream()
                .flatMap(item -> item.peers().stream())
                .findFirst()
                .map(peers -> book.assessment().cards().stream()
                        .sorted(Comparator.comparing(card -> book.assessment()
                                .groups()
                                .of(peers, card.bank())
                                .orElse("")))
                        .toList())
                .orElse(book.assessment().cards());
    }

    /** The kinds an item compares within, in the order of their rows; one that is absent if it compares all. */
    public Set<Optional<String>> kinds(Item item) {
        Set<Optional<String>> kinds = new LinkedHashSet<>();
        for (ScoreCard card : order(book)) {
            kinds.add(kind(item, card.bank()));
        }
        return kinds;
    }

    /** One range, because 指标测算 keeps peers together. */
    private Optional<String> cells(Item item, Optional<String> kind) {
        return ranges.computeIfAbsent(key(item, kind), key -> range(item, kind));
    }

    public Optional<String> cells(Item item, Subject bank) {
        return cells(item, kind(item, bank));
    }

    /** How many banks are compared within a kind, or in all. */
    public long count(Item item, Optional<String> kind) {
        return book.assessment().cards().stream()
                .filter(card -> kind(item, card.bank()).equals(kind))
                .count();
    }

    private Optional<String> range(Item item, Optional<String> kind) {
        List<Addresses.Address> cells = order(book).stream()
                .map(ScoreCard::bank)
                .filter(other -> kind(item, other).equals(kind))
                .flatMap(other -> book.addresses().find(BookAddress.MEASURE, item.measure(), other.code()).stream())
                .toList();
        return Addresses.range(cells);
    }

    /** Banks in no group are compared with each other. */
    private Optional<String> kind(Item item, Subject bank) {
        return item.peers()
                .map(peers -> book.assessment().groups().of(peers, bank).orElse(""));
    }

    /** A key that tells no kind from an empty one. */
    private static String key(Item item, Optional<String> kind) {
        return item.measure()
                + kind.map(word -> "/" + item.peers().orElse("") + "/" + word).orElse("");
    }

    /** What the item's method looks at, as functions of a spreadsheet. */
    public static List<String> functions(Item item) {
        return item.method().compares().stream().map(ComparedBanks::ofCompared).toList();
    }

    /** A method's sum counts negative values as 0. */
    private static String ofCompared(Reference.OfPopulation compared) {
        if (compared.best().isPresent()) {
            return OF_BEST + compared.best().get();
        }
        return compared.statistic() == Statistic.SUM ? POSITIVE : function(compared.statistic());
    }

    static String function(Statistic statistic) {
        return statistic == Statistic.MEAN ? "AVERAGE" : statistic.name();
    }

    /** The formula of a statistic's own cell; a dash where no bank has a value. */
    public Optional<String> formula(Item item, String function, Optional<String> kind) {
        String none = "\"" + book.words().text("book.none") + "\"";
        return cells(item, kind)
                .map(cells -> "IF(COUNT(" + cells + ")=0," + none + ","
                        + (function.startsWith(OF_BEST)
                                ? ofBest(item, cells)
                                : function + "(" + cells + (function.equals(POSITIVE) ? ",\">0\")" : ")"))
                        + ")");
    }

    /** The sum of those above the last of the best and as often that one itself as places are left, divided by all places. */
    private String ofBest(Item item, String cells) {
        String parameter = item.method().parameters().keySet().stream()
                .filter(name -> name.endsWith("." + Reference.OfPopulation.MEAN_OF_BEST))
                .findFirst()
                .orElseThrow();
        String places = "MIN(" + new ItemCells(book, item).parameter(parameter) + ",COUNT(" + cells + "))";
        String last = "LARGE(" + cells + "," + places + ")";
        String above = "(" + cells + ",\">\"&" + last;
        return "(SUMIF" + above + ")+(" + places + "-COUNTIF" + above + "))*" + last + ")/" + places;
    }

    /** What readers call a function. */
    public String named(String function) {
        return function.startsWith(OF_BEST)
                ? book.words().text("statistic.BEST", "count", function.substring(OF_BEST.length()))
                : book.words().text("book.measures.statistic." + function);
    }

    /** Whether the cell is noted already: two items may compare the same. */
    public boolean noted(Item item, String function, Optional<String> kind) {
        return book.addresses()
                .find(BookAddress.STATISTIC, function, key(item, kind))
                .isPresent();
    }

    public void note(Item item, String function, Optional<String> kind, Addresses.Address cell) {
        book.addresses().note(BookAddress.STATISTIC, function, key(item, kind), cell);
    }

    /** The cell of a statistic of the bank's population. */
    Optional<String> statistic(Item item, Subject bank, Reference.OfPopulation compared) {
        return book.addresses().absolute(BookAddress.STATISTIC, ofCompared(compared), key(item, kind(item, bank)));
    }
}
