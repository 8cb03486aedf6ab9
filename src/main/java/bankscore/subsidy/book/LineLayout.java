package bankscore.subsidy.book;

import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which column of 审核明细 holds what: the same for all subsidies, as wide as the one that has most figures, caps or levels.
 *
 * @param figures how many columns of figures there are
 * @param caps how many of what caps leave
 * @param levels how many of levels
 */
record LineLayout(int figures, int caps, int levels) {

    static final int NUMBER = 0;
    static final int CLAIMANT = 1;
    static final int REFERENCE = 2;
    static final int DAY = 3;
    static final int FIGURES = 4;

    static LineLayout of(Report report) {
        return new LineLayout(
                most(report, subsidy -> figures(report, subsidy)),
                most(report, subsidy -> subsidy.amount().caps()),
                most(report, report::levels));
    }

    private static int most(Report report, Function<Subsidy, Collection<?>> of) {
        return report.scheme().subsidies().stream()
                .mapToInt(subsidy -> of.apply(subsidy).size())
                .max()
                .orElse(0);
    }

    /** The columns that base and caps of a subsidy read of a line. */
    static List<String> figures(Report report, Subsidy subsidy) {
        Set<String> columns =
                new LinkedHashSet<>(ClaimFormula.columns(subsidy.amount().base()));
        subsidy.amount().base().all().forEach(each -> {
            if (each instanceof Formula.Lookup lookup
                    && report.scheme().tables().get(lookup.table()) instanceof Table.ByDay) {
                columns.addAll(lookup.columns());
            }
        });
        for (Cap cap : subsidy.amount().caps()) {
            if (cap instanceof Cap.PartOf part) {
                columns.add(part.of());
                part.with().ifPresent(columns::add);
            }
        }
        columns.remove(subsidy.claims().day());
        return new ArrayList<>(columns);
    }

    int base() {
        return FIGURES + figures;
    }

    int rate() {
        return base() + 1;
    }

    int amount() {
        return base() + 2;
    }

    int firstCap() {
        return base() + 3;
    }

    int granted() {
        return firstCap() + caps;
    }

    int off() {
        return granted() + 1;
    }

    int result() {
        return granted() + 2;
    }

    int reason() {
        return granted() + 3;
    }

    /** The most that each printed column may be wide. */
    int[] widths() {
        return IntStream.rangeClosed(0, reason())
                .map(column -> column == NUMBER
                        ? 6
                        : column == CLAIMANT || column == REFERENCE ? 24 : column == reason() ? 18 : 15)
                .toArray();
    }

    /** The same of the columns beside: levels, what is paid, payee, clause, file, sheet, cells. */
    int[] beside() {
        return IntStream.concat(IntStream.range(0, levels + 1).map(level -> 15), IntStream.of(24, 20, 14, 30, 20, 24))
                .toArray();
    }
}
