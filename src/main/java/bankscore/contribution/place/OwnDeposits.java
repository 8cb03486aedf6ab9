package bankscore.contribution.place;

import bankscore.contribution.Names;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Targets held against what banks hold of everybody's deposits: no bank lives on public money alone. */
final class OwnDeposits {

    private static final int MANY = 3;

    private OwnDeposits() {}

    /** A finding for each bank whose targets exceed its deposits; where most banks' do, one for the largest pool. */
    static List<Finding> exceeded(Quarter quarter, List<FundPlan> funds) {
        Map<Subject, Money> targets = new LinkedHashMap<>();
        for (FundPlan fund : funds) {
            fund.rows().forEach(row -> targets.merge(row.bank(), row.target(), Money::plus));
        }
        List<Finding> found = new ArrayList<>();
        targets.forEach((bank, target) -> {
            Optional<Figure> own = quarter.facts().figure(Names.DEPOSITS, bank.code());
            if (own.isPresent()
                    && own.get().value().isPositive()
                    && target.wan().isGreater(own.get().value())) {
                found.add(Finding.of(Code.W312, own.get().place())
                        .subject(bank.name())
                        .with("found", target)
                        .with("expected", own.get().value()));
            }
        });
        if (found.size() < MANY || 2 * found.size() <= targets.size()) {
            return found;
        }
        Place largest = funds.stream()
                .map(FundPlan::pool)
                .max(Comparator.comparing(Pool::amount))
                .map(Pool::place)
                .orElse(Place.NONE);
        return List.of(Finding.of(Code.W312, largest)
                .with("found", found.size())
                .with("expected", Fraction.of(targets.size()))
                .with(Finding.VARIANT, "many"));
    }
}
