package bankscore.sample;

import bankscore.sample.SampleRegisters.Insurer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The claims of Jinhua's firms: those that show what the rule decides first, then as many as chance gives. */
final class JinhuaLines {
    static final String LIABILITY = "环境污染责任保险";
    static final String EXPORT = "短期出口信用保险";

    private static final int LIABILITY_LINES = 699;
    private static final int EXPORT_LINES = 240;
    private static final int LOANS = 60;
    private static final LocalDate FROM = LocalDate.of(2024, 5, 6);
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);
    private static final List<Integer> CREDIT_DAYS = List.of(30, 60, 60, 90, 90, 120, 180, 360);
    private static final List<String> LENDERS = List.of("曜川银行", "砺岳银行", "通渡银行", "云岫银行");

    private JinhuaLines() {}

    /** A policy for whose premium a firm claims; money in 元. */
    record Premium(
            SampleFirm firm,
            String district,
            String kind,
            String policy,
            Insurer insurer,
            LocalDate from,
            LocalDate to,
            BigDecimal due,
            BigDecimal paid,
            LocalDate invoiced,
            BigDecimal invoice,
            Optional<Integer> creditDays,
            String paidBy,
            Optional<BigDecimal> others) {

        /** The twenty digits of an electronic invoice, one for each policy and day. */
        String invoiceNo() {
            Dice dice = Dice.of("invoice", policy, invoiced.toString());
            return "2433%08d%08d".formatted(dice.below(100_000_000), dice.below(100_000_000));
        }

        Premium paying(String duePremium, String paidPremium, String invoicedPremium) {
            return new Premium(
                    firm,
                    district,
                    kind,
                    policy,
                    insurer,
                    from,
                    to,
                    new BigDecimal(duePremium),
                    new BigDecimal(paidPremium),
                    invoiced,
                    new BigDecimal(invoicedPremium),
                    creditDays,
                    paidBy,
                    others);
        }

        Premium invoiced(LocalDate day) {
            return new Premium(
                    firm,
                    district,
                    kind,
                    policy,
                    insurer,
                    from,
                    to,
                    due,
                    paid,
                    day,
                    invoice,
                    creditDays,
                    paidBy,
                    others);
        }

        Premium by(Insurer other) {
            return new Premium(
                    firm,
                    district,
                    kind,
                    JinhuaLines.policy(other, firm.number(), 0),
                    other,
                    from,
                    to,
                    due,
                    paid,
                    invoiced,
                    invoice,
                    creditDays,
                    paidBy,
                    others);
        }

        Premium on(Optional<Integer> days, String means) {
            return new Premium(
                    firm, district, kind, policy, insurer, from, to, due, paid, invoiced, invoice, days, means, others);
        }

        Premium besides(String alreadyGot) {
            return new Premium(
                    firm,
                    district,
                    kind,
                    policy,
                    insurer,
                    from,
                    to,
                    due,
                    paid,
                    invoiced,
                    invoice,
                    creditDays,
                    paidBy,
                    Optional.of(new BigDecimal(alreadyGot)));
        }
    }

    /** A loan under an export policy; money in 元, the rate in percent. */
    record Loan(
            SampleFirm firm,
            String lender,
            String contract,
            BigDecimal principal,
            LocalDate paidOut,
            LocalDate due,
            Optional<LocalDate> repaid,
            BigDecimal rate,
            BigDecimal interest,
            String policy,
            Optional<BigDecimal> others) {}

    /** The policies on environmental liability that are claimed in the last quarter of 2024, one of them twice. */
    static List<Premium> liability() {
        List<Premium> lines = new ArrayList<>(Stream.of(
                        yuan(SampleFirm.THREE_POLICIES, 0, "2024-05-20", 3, "9000"),
                        yuan(SampleFirm.THREE_POLICIES, 1, "2024-08-20", 3, "8000"),
                        yuan(SampleFirm.THREE_POLICIES, 2, "2024-11-20", 1, "7000"),
                        yuan(SampleFirm.SMALL, 0, "2024-06-03", 12, "4000"),
                        yuan(SampleFirm.EARLY, 0, "2024-05-05", 12, "12600"),
                        yuan(SampleFirm.OVERLAPPING, 0, "2024-06-10", 12, "6800"),
                        yuan(SampleFirm.OVERLAPPING, 1, "2024-09-12", 12, "5400"),
                        yuan(SampleFirm.INVOICE_LOWER, 0, "2024-07-01", 12, "8600")
                                .paying("8600", "8600", "8200"),
                        yuan(SampleFirm.PAID_ABOVE_DUE, 0, "2024-07-08", 12, "7500")
                                .paying("7500", "7800", "7800"),
                        yuan(SampleFirm.CLOSED, 0, "2024-09-18", 12, "9900"),
                        yuan(SampleFirm.UNKNOWN, 0, "2024-10-09", 12, "5200"))
                .toList());
        lines.add(yuan(SampleFirm.TWICE, 0, "2024-06-18", 12, "11200").by(insurer(0)));
        for (int number = SampleFirm.IN_THE_CITY + 1; number <= SampleFirm.ALL.size() - 8; number++) {
            lines.addAll(ofFirm(number, LIABILITY, 1));
        }
        for (int number = SampleFirm.WITH_A_PART + 1; lines.size() < LIABILITY_LINES; number++) {
            int policies = 2 + Dice.of("policies", Integer.toString(number)).below(2);
            lines.addAll(ofFirm(number, LIABILITY, Math.min(policies, LIABILITY_LINES - lines.size())));
        }
        return List.copyOf(lines);
    }

    /** The export credit policies that are claimed in the last quarter of 2024. */
    static List<Premium> export() {
        List<Premium> lines = new ArrayList<>(List.of(
                export(SampleFirm.AT_THE_CAP, 0, "2024-06-12", 3, "4000000"),
                export(SampleFirm.AT_THE_CAP, 1, "2024-09-13", 3, "3000000"),
                export(SampleFirm.LIFTED, 0, "2024-06-26", 3, "4500000"),
                export(SampleFirm.LIFTED, 1, "2024-09-27", 3, "2500000"),
                export(SampleFirm.LITTLE_INTEREST, 0, "2024-05-15", 12, "86400"),
                export(SampleFirm.KNOWN_LOAN, 0, "2024-05-16", 12, "64250.5"),
                export(SampleFirm.SMALL, 0, "2024-06-05", 12, "21000").on(Optional.of(400), "对公转账"),
                export(SampleFirm.TWICE, 0, "2024-06-06", 12, "18000").on(Optional.of(90), "现金"),
                // 80 % and what another office gave are more than the premium.
                export(SampleFirm.EARLY, 0, "2024-07-11", 12, "40000").besides("12000"),
                export(SampleFirm.OVERLAPPING, 0, "2024-07-12", 12, "30000").besides("3000")));
        for (int number = SampleFirm.WITH_A_PART + 2; lines.size() < EXPORT_LINES; number += 3) {
            int policies =
                    2 + Dice.of("export policies", Integer.toString(number)).below(2);
            lines.addAll(ofFirm(number, EXPORT, Math.min(policies, EXPORT_LINES - lines.size())));
        }
        return List.copyOf(lines);
    }

    /** What comes in the first quarter of 2025: new policies, and some that look back to the year before. */
    static List<Premium> next() {
        Premium granted = first(liability(), 40);
        Premium lowered = first(liability(), 44);
        Premium exported = first(export(), SampleFirm.WITH_A_PART + 2);
        List<Premium> lines = new ArrayList<>(List.of(
                // The cap of 2024 is used up; the day of the invoice is of that year.
                yuan(SampleFirm.THREE_POLICIES, 3, "2024-12-21", 12, "6000"),
                // Granted before, and sent once more.
                granted,
                // A part of the premium came back, and there is nothing else to take it from.
                lowered.paying("-2000", "-2000", "-2000").invoiced(LocalDate.of(2025, 2, 18)),
                exported.paying("-1500", "-1500", "-1500").invoiced(LocalDate.of(2025, 3, 4)),
                next(SampleFirm.WITH_A_PART + 2, EXPORT)));
        for (int number = 200; number < 222; number++) {
            lines.add(next(number, number % 3 == 0 ? EXPORT : LIABILITY));
        }
        return List.copyOf(lines);
    }

    private static Premium next(int number, String kind) {
        Dice dice = Dice.of("next", kind, Integer.toString(number));
        LocalDate day = LocalDate.of(2025, 1, 6).plusDays(dice.below(80));
        return line(number, kind, 8, day, 12, premium(dice, kind));
    }

    /** Policies one after the other, so that a firm's cover does not overlap. */
    private static List<Premium> ofFirm(int number, String kind, int policies) {
        Dice dice = Dice.of(kind, Integer.toString(number));
        int months = policies == 1 ? 12 : 6 / policies;
        LocalDate first = FROM.plusDays(dice.below(50));
        return IntStream.range(0, policies)
                .mapToObj(index -> {
                    LocalDate from = first.plusMonths((long) index * months);
                    LocalDate invoiced = later(FROM, from.plusDays(dice.between(-4, 9)));
                    Premium line = line(number, kind, index, from, months, premium(dice, kind))
                            .invoiced(invoiced.isAfter(TO) ? TO : invoiced);
                    return dice.below(12) == 0 ? discounted(line) : line;
                })
                .toList();
    }

    /** Due is a little more than was paid. */
    private static Premium discounted(Premium line) {
        BigDecimal due = line.paid.multiply(new BigDecimal("1.05")).setScale(2, RoundingMode.HALF_UP);
        return line.paying(due.toPlainString(), line.paid.toPlainString(), line.invoice.toPlainString());
    }

    private static Premium yuan(int number, int index, String day, int months, String premium) {
        return line(number, LIABILITY, index, LocalDate.parse(day), months, new BigDecimal(premium));
    }

    private static Premium export(int number, int index, String day, int months, String premium) {
        return line(number, EXPORT, index, LocalDate.parse(day), months, new BigDecimal(premium));
    }

    /** A policy that is invoiced on its first day. */
    private static Premium line(int number, String kind, int index, LocalDate from, int months, BigDecimal premium) {
        SampleFirm firm = SampleFirm.of(number);
        Dice dice = Dice.of("terms", kind, Integer.toString(number));
        boolean liability = kind.equals(LIABILITY);
        int ofLiability = firm.inTheCity() ? dice.below(5) : 0;
        Insurer insurer = insurer(liability ? ofLiability : dice.below(4) == 0 ? 1 : 5);
        // Some districts still write the old name.
        String district = firm.district().equals("金义新区") && number % 4 == 1 ? "金东区" : firm.district();
        return new Premium(
                firm,
                district,
                kind,
                policy(insurer, number, liability ? index : index + 10),
                insurer,
                from,
                from.plusMonths(months).minusDays(1),
                premium,
                premium,
                from,
                premium,
                liability ? Optional.empty() : Optional.of(CREDIT_DAYS.get(dice.below(CREDIT_DAYS.size()))),
                "对公转账",
                Optional.empty());
    }

    /** Letters and digits with most insurers, eighteen digits with one of them. */
    private static String policy(Insurer insurer, int number, int index) {
        return insurer.code().equals("BX03")
                ? "0330724%07d%04d".formatted(number, index)
                : "%s-2024-%04d%02d".formatted(insurer.code().replace("BX", "ZJ"), number, index);
    }

    private static BigDecimal premium(Dice dice, String kind) {
        int yuan = kind.equals(LIABILITY) ? dice.between(18, 160) * 100 : dice.between(30, 2400) * 100;
        return dice.below(5) == 0 ? BigDecimal.valueOf(yuan * 100L + dice.below(10_000), 2) : BigDecimal.valueOf(yuan);
    }

    private static Insurer insurer(int index) {
        return SampleRegisters.JINHUA_INSURERS.get(index);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Loans of firms with export policies. */
    static List<Loan> loans(List<Premium> exports) {
        List<Loan> loans = new ArrayList<>();
        Premium little = first(exports, SampleFirm.LITTLE_INTEREST);
        Premium known = first(exports, SampleFirm.KNOWN_LOAN);
        loans.add(loan(first(exports, SampleFirm.EARLY), "500000", "2024-04-26", 90, "4.1"));
        // 3.45 % was the last rate published by 3 June: 1,000,000 × 3.45 % × 50 % × 90 ÷ 365 = 4,253.42.
        loans.add(loan(known, "1000000", "2024-06-03", 90, "4.2"));
        Loan usual = loan(little, "2000000", "2024-06-20", 120, "4.05");
        loans.add(new Loan(
                usual.firm,
                usual.lender,
                usual.contract,
                usual.principal,
                usual.paidOut,
                usual.due,
                usual.repaid,
                usual.rate,
                new BigDecimal("3200"),
                usual.policy,
                usual.others));
        List<Premium> others = exports.stream()
                .filter(line -> line.firm.number() > SampleFirm.WITH_A_PART)
                .filter(line -> line.policy.endsWith("10"))
                .toList();
        for (Premium line : others.subList(0, LOANS - loans.size())) {
            Dice dice = Dice.of("loan", line.policy);
            LocalDate paidOut = LocalDate.of(2024, 5, 8).plusDays(dice.below(225));
            BigDecimal rate = BigDecimal.valueOf(dice.between(375, 465), 2);
            String principal = Integer.toString(dice.between(20, 600) * 10_000);
            loans.add(loan(line, principal, paidOut.toString(), dice.between(60, 180), rate.toPlainString()));
        }
        return List.copyOf(loans);
    }

    private static Premium first(List<Premium> lines, int number) {
        return lines.stream()
                .filter(line -> line.firm.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** A loan for so many days; what is still lent at the year's end has paid its interest until then. */
    private static Loan loan(Premium policy, String principal, String paidOut, int days, String rate) {
        Dice dice = Dice.of("lender", policy.policy);
        LocalDate from = LocalDate.parse(paidOut);
        LocalDate due = from.plusDays(days);
        boolean running = due.isAfter(TO);
        long lent = running ? ChronoUnit.DAYS.between(from, TO.plusDays(1)) : days;
        BigDecimal interest = new BigDecimal(principal)
                .multiply(new BigDecimal(rate))
                .multiply(BigDecimal.valueOf(lent))
                .divide(BigDecimal.valueOf(36_500), 2, RoundingMode.HALF_UP);
        int number = policy.firm.number();
        return new Loan(
                policy.firm,
                LENDERS.get(dice.below(LENDERS.size())) + "金华分行",
                "DK2024%05d".formatted(number),
                new BigDecimal(principal),
                from,
                due,
                running ? Optional.empty() : Optional.of(due),
                new BigDecimal(rate),
                interest,
                number % 29 == 0 ? "" : policy.policy,
                number % 31 == 0
                        ? Optional.of(interest.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN))
                        : Optional.empty());
    }
}
