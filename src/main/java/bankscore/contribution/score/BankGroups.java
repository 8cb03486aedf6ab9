package bankscore.contribution.score;

import bankscore.contribution.Names;
import bankscore.contribution.scheme.Grouping;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.rule.MeasureValue;
import bankscore.rule.Valuation;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Which group of those that the rule makes, or that columns of words make, each assessed bank is in.
 *
 * @param byBank the names of the groups, by the id of the grouping, then by the bank's code; a bank in no band, or without a word, has none
 */
public record BankGroups(Map<String, Map<String, String>> byBank) {

    /** Where a rule makes none. */
    public static final BankGroups NONE = new BankGroups(Map.of());

    /** @param findings takes what is to be verified: a value on a bound, or in no band, and no word */
    static BankGroups of(Scheme scheme, List<Subject> assessed, Valuation valuation, Consumer<Finding> findings) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Grouping grouping : scheme.scoring().groups().made().values()) {
            Map<String, String> groups = new HashMap<>();
            for (Subject bank : assessed) {
                Place place = Optional.ofNullable(valuation
                                .measures()
                                .getOrDefault(grouping.by(), Map.of())
                                .get(bank.code()))
                        .map(MeasureValue::place)
                        .orElseGet(() -> valuation.place(grouping.by(), bank.code()));
                Optional<Grouping.Found> found =
                        valuation.named(grouping.by(), bank.code()).map(grouping::of);
                found.flatMap(Grouping.Found::group).ifPresent(group -> groups.put(bank.code(), group));
                String shown = valuation
                        .named(grouping.by(), bank.code())
                        .map(Object::toString)
                        .orElse("");
                if (found.filter(Grouping.Found::isOnBound).isPresent()) {
                    findings.accept(finding(Code.W301, place, bank, grouping, shown)
                            .with("expected", groups.getOrDefault(bank.code(), "")));
                } else if (!groups.containsKey(bank.code())) {
                    findings.accept(finding(Code.W304, place, bank, grouping, shown)
                            .with("expected", String.join("、", grouping.names())));
                }
            }
            all.put(grouping.id(), groups);
        }
        for (String column : scheme.wordsOfGroups()) {
            Map<String, String> groups = new HashMap<>();
            assessed.forEach(bank -> bank.told(column).ifPresent(word -> groups.put(bank.code(), word)));
            assessed.stream()
                    .filter(bank -> !groups.containsKey(bank.code()))
                    .forEach(bank -> findings.accept(Finding.of(Code.W304, Place.NONE)
                            .subject(bank.name())
                            .with("item", scheme.groupName(column))
                            .with(Finding.VARIANT, "words")));
            all.put(column, groups);
        }
        return new BankGroups(all);
    }

    private static Finding finding(Code code, Place place, Subject bank, Grouping grouping, String shown) {
        return Finding.of(code, place)
                .subject(bank.name())
                .with("item", grouping.name())
                .with("found", shown)
                .with(Finding.VARIANT, "group");
    }

    /**
     * D20: equal totals share the rank.
     *
     * @param within the groups within which banks are ranked; absent: all together
     */
    List<Integer> ranks(Optional<String> within, List<Subject> banks, List<Fraction> totals) {
        Map<Optional<String>, List<Fraction>> byGroup = new HashMap<>();
        for (int i = 0; i < banks.size(); i++) {
            byGroup.computeIfAbsent(of(within, banks.get(i)), group -> new ArrayList<>())
                    .add(totals.get(i));
        }
        Map<Optional<String>, Map<Fraction, Integer>> places = new HashMap<>();
        byGroup.forEach((group, each) -> {
            each.sort(Comparator.reverseOrder());
            Map<Fraction, Integer> own = places.computeIfAbsent(group, any -> new HashMap<>());
            for (int place = 0; place < each.size(); place++) {
                own.putIfAbsent(each.get(place), place + 1);
            }
        });
        return IntStream.range(0, banks.size())
                .mapToObj(i ->
                        places.getOrDefault(of(within, banks.get(i)), Map.of()).getOrDefault(totals.get(i), 0))
                .toList();
    }

    private Optional<String> of(Optional<String> grouping, Subject bank) {
        return grouping.flatMap(each -> of(each, bank));
    }

    /**
     * A bank's group.
     *
     * @param grouping the id of one, or {@link Names#KIND}
     * @return empty: it is in none
     */
    public Optional<String> of(String grouping, Subject bank) {
        return grouping.equals(Names.KIND)
                ? Optional.of(bank.kind())
                : Optional.ofNullable(byBank.getOrDefault(grouping, Map.of()).get(bank.code()));
    }
}
