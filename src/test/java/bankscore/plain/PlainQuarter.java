package bankscore.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the offices have sent for one quarter, already in 万元 and with every name resolved to its bank's code.
 *
 * <p>Amounts are kept without trailing zeros, so that equal figures make equal records. An absent dataset is an empty
 * optional; a dataset that came with a header and no rows is an empty list.
 *
 * @param banks the roster, in its order
 * @param credit the figures of the PBC branch by bank code
 * @param tax tax paid by bank code
 * @param platform amounts lent through the platform by bank code
 * @param pools the funds to place, in their order
 * @param adjustments what leaders change in the computed plan
 * @param publishedLdr the citywide loan-to-deposit ratio in percent, if the PBC branch has published one
 */
public record PlainQuarter(
        int year,
        int quarter,
        List<Bank> banks,
        Map<String, Credit> credit,
        Map<String, BigDecimal> tax,
        Optional<Map<String, BigDecimal>> platform,
        Optional<List<Rating>> ratings,
        Optional<List<Fault>> faults,
        Optional<List<Holding>> holdings,
        Optional<List<Pool>> pools,
        List<Risk> risks,
        Optional<List<Adjustment>> adjustments,
        Optional<BigDecimal> publishedLdr) {

    static final String WITHDRAW = "收回";
    static final String FREEZE = "暂停新增";

    public PlainQuarter {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("No such quarter: " + quarter);
        }
        banks = List.copyOf(banks);
        credit = Map.copyOf(credit);
        tax = trimmed(tax);
        platform = platform.map(PlainQuarter::trimmed);
        ratings = ratings.map(List::copyOf);
        faults = faults.map(List::copyOf);
        holdings = holdings.map(List::copyOf);
        pools = pools.map(List::copyOf);
        risks = List.copyOf(risks);
        adjustments = adjustments.map(List::copyOf);
        publishedLdr = publishedLdr.map(PlainQuarter::trimmed);
    }

    /** A quarter in whose plan nobody changes anything. */
    public PlainQuarter(
            int year,
            int quarter,
            List<Bank> banks,
            Map<String, Credit> credit,
            Map<String, BigDecimal> tax,
            Optional<Map<String, BigDecimal>> platform,
            Optional<List<Rating>> ratings,
            Optional<List<Fault>> faults,
            Optional<List<Holding>> holdings,
            Optional<List<Pool>> pools,
            List<Risk> risks,
            Optional<BigDecimal> publishedLdr) {
        this(
                year,
                quarter,
                banks,
                credit,
                tax,
                platform,
                ratings,
                faults,
                holdings,
                pools,
                risks,
                Optional.empty(),
                publishedLdr);
    }

    /** Last day of the quarter. */
    public LocalDate end() {
        return YearMonth.of(year, 3 * quarter).atEndOfMonth();
    }

    /** As in result.json, such as 2022Q4. */
    public String period() {
        return year + "Q" + quarter;
    }

    private static BigDecimal trimmed(BigDecimal figure) {
        return figure.stripTrailingZeros();
    }

    private static Map<String, BigDecimal> trimmed(Map<String, BigDecimal> figures) {
        Map<String, BigDecimal> result = new LinkedHashMap<>();
        figures.forEach((code, figure) -> result.put(code, trimmed(figure)));
        return Map.copyOf(result);
    }

    /**
     * A row of the roster.
     *
     * @param shortName empty if there is none
     * @param assessed 是否考核; says nothing about the twelve months of D13
     */
    public record Bank(
            String code,
            String name,
            String shortName,
            List<String> aliases,
            String kind,
            Optional<LocalDate> openingDate,
            boolean assessed) {
        public Bank {
            aliases = List.copyOf(aliases);
        }
    }

    /** What the PBC branch reports of one bank; a figure it left empty is missing, not 0. */
    public record Credit(
            Optional<BigDecimal> deposits,
            Optional<BigDecimal> loansOpening,
            Optional<BigDecimal> loans,
            Optional<BigDecimal> smeLoansOpening,
            Optional<BigDecimal> smeLoans,
            Optional<BigDecimal> industrialLoansOpening,
            Optional<BigDecimal> industrialLoans) {
        public Credit {
            deposits = deposits.map(PlainQuarter::trimmed);
            loansOpening = loansOpening.map(PlainQuarter::trimmed);
            loans = loans.map(PlainQuarter::trimmed);
            smeLoansOpening = smeLoansOpening.map(PlainQuarter::trimmed);
            smeLoans = smeLoans.map(PlainQuarter::trimmed);
            industrialLoansOpening = industrialLoansOpening.map(PlainQuarter::trimmed);
            industrialLoans = industrialLoans.map(PlainQuarter::trimmed);
        }
    }

    /** One budgetary unit's rating of one bank, 0 to 5. */
    public record Rating(String bank, BigDecimal rating, String unit) {
        public Rating {
            rating = trimmed(rating);
        }
    }

    /** One late or missing service; without points of its own it costs what its kind costs. */
    public record Fault(String bank, LocalDate date, String kind, Optional<BigDecimal> points) {
        public Fault {
            points = points.map(PlainQuarter::trimmed);
        }
    }

    /** Money of one fund at one bank; of {@code amount}, {@code unmatured} is bound until {@code dueDate}. */
    public record Holding(
            String fund, String bank, BigDecimal amount, BigDecimal unmatured, Optional<LocalDate> dueDate) {
        public Holding {
            amount = trimmed(amount);
            unmatured = trimmed(unmatured);
        }
    }

    /** A fund to place. */
    public record Pool(String fund, BigDecimal amount) {
        public Pool {
            amount = trimmed(amount);
        }
    }

    /** What leaders add to a bank's computed target of a fund; below 0 they take it away. */
    public record Adjustment(String fund, String bank, BigDecimal amount) {
        public Adjustment {
            amount = trimmed(amount);
        }
    }

    /** A safety finding; disposal is 收回 or 暂停新增. */
    public record Risk(String bank, String disposal) {}
}
