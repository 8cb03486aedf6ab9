package bankscore.contribution.place;

import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Quarter;
import bankscore.exact.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is held of one fund, by bank. */
final class FundHoldings {

    private final Map<String, List<Holding>> byBank = new HashMap<>();

    FundHoldings(Quarter quarter, String fund) {
        for (Holding holding : quarter.holdings()) {
            if (holding.fund().equals(fund)) {
                byBank.computeIfAbsent(holding.bank(), bank -> new ArrayList<>())
                        .add(holding);
            }
        }
    }

    List<Holding> of(String bank) {
        return byBank.getOrDefault(bank, List.of());
    }

    Money held(String bank) {
        return Money.sum(of(bank).stream().map(Holding::held).toList());
    }

    Money unmatured(String bank) {
        return Money.sum(of(bank).stream().map(Holding::unmatured).toList());
    }

    /** What has not matured, by due date; the key {@link LocalDate#MAX} holds what has no date. */
    Map<LocalDate, Money> dues(String bank) {
        Map<LocalDate, Money> dues = new HashMap<>();
        for (Holding holding : of(bank)) {
            dues.merge(holding.due().orElse(LocalDate.MAX), holding.unmatured(), Money::plus);
        }
        return dues;
    }
}
