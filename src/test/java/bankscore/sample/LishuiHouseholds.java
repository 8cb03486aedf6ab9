package bankscore.sample;

import bankscore.sample.SampleRegisters.County;
import bankscore.sample.SampleRegisters.Insurer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Invented households of low income in Lishui, their policies and what was lost on their loans. */
final class LishuiHouseholds {
    /** A household; people of one name come several times, and only the code tells them apart. */
    record Household(
            int number,
            County county,
            String name,
            String residentId,
            String category,
            LocalDate from,
            Optional<LocalDate> to,
            int members) {

        String code() {
            return "%s-%05d".formatted(county.code(), number);
        }
    }

    /** A policy of a household; money in 元. */
    record Policy(
            Household household,
            String kind,
            Insurer insurer,
            String number,
            LocalDate from,
            BigDecimal premium,
            BigDecimal own,
            BigDecimal sum,
            String contract) {

        LocalDate to() {
            return from.plusYears(1).minusDays(1);
        }
    }

    /** What was lost on a loan; money in 元. */
    record Loss(
            Household household,
            String contract,
            String lender,
            Insurer insurer,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal recovered,
            LocalDate overdue,
            LocalDate claimed) {}

    static final String ACCIDENT = "农村小额保险";
    static final String MEDICAL = "补充医疗保险";
    static final String GUARANTEE = "扶贫贷款保证保险";
    static final String PROJECT = "扶贫贷款项目补充保险";
    static final String HOUSE = "政策性农房保险";
    static final String CROP = "政策性农业保险";

    static final List<String> LENDERS = List.of("莲溪农村商业银行", "括苍村镇银行", "瓯源合作银行");

    private static final int HOUSEHOLDS = 3_000;
    private static final int LOSSES = 30;
    private static final LocalDate IN_FORCE = LocalDate.of(2017, 6, 15);
    private static final List<String> CATEGORIES = List.of("“4600”低收入农户巩固扶持对象", "最低生活保障对象", "最低生活保障边缘对象", "其他经济困难农户");
    private static final String SURNAMES = "蓝雷钟叶吴周陈林项季潘应麻饶练涂管柳汤邱梅华夏程尹章郑毛刘徐";
    private static final String GIVEN = "水金土根木火荣富有明春秋兰英菊莲珍香月银招福寿康宁生旺茂盛林松柏溪泉岩峰岭谷禾穗稻麦桑麻";

    private LishuiHouseholds() {}

    static final List<Household> ALL = IntStream.rangeClosed(1, HOUSEHOLDS)
            .mapToObj(LishuiHouseholds::household)
            .toList();

    private static Household household(int number) {
        Dice dice = Dice.of("household", Integer.toString(number));
        List<Integer> counties = List.of(0, 0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8);
        County county = SampleRegisters.LISHUI_COUNTIES.get(counties.get(number % counties.size()));
        String name = letter(dice, SURNAMES) + letter(dice, GIVEN) + (dice.below(5) == 0 ? "" : letter(dice, GIVEN));
        LocalDate born = LocalDate.of(dice.between(1938, 1985), dice.between(1, 12), dice.between(1, 28));
        String category = CATEGORIES.get(List.of(0, 0, 0, 1, 1, 2, 3).get(dice.below(7)));
        LocalDate from = number % 60 == 0
                ? LocalDate.of(2017, 9, 1)
                : LocalDate.of(dice.between(2013, 2016), dice.between(1, 12), dice.between(1, 28));
        Optional<LocalDate> to = number % 45 == 1 ? Optional.of(LocalDate.of(2017, 7, 31)) : Optional.empty();
        return new Household(
                number,
                county,
                name,
                CheckedNumbers.residentId(born, number % 1_000),
                category,
                from,
                to,
                dice.between(1, 5));
    }

    private static String letter(Dice dice, String letters) {
        int place = dice.below(letters.length());
        return letters.substring(place, place + 1);
    }

    static List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        for (Household household : ALL) {
            kinds(household.number).forEach(kind -> policies.add(policy(household, kind, start(household, kind), 0)));
        }
        // Beyond what chance gives: a policy sent twice, a second one beside the first, a household in no register, a
        // benefit
        // above 100,000, and a half cent: 25.15 × 50 % = 12.575.
        policies.add(first(policies, ACCIDENT));
        Household insured = first(policies, ACCIDENT).household;
        policies.add(policy(insured, ACCIDENT, LocalDate.of(2017, 12, 1), 1));
        policies.add(policy(household(HOUSEHOLDS + 1), MEDICAL, LocalDate.of(2017, 8, 1), 0));
        policies.add(costing(policy(ALL.get(4), MEDICAL, LocalDate.of(2017, 8, 7), 0), "200", "0", "120000"));
        policies.add(costing(policy(ALL.get(4), CROP, LocalDate.of(2017, 8, 8), 0), "100.60", "25.15", "2500"));
        return List.copyOf(policies);
    }

    private static List<String> kinds(int number) {
        List<String> kinds = new ArrayList<>();
        switch (number % 10) {
            case 0, 5 -> kinds.add(ACCIDENT);
            case 1, 6 -> kinds.add(MEDICAL);
            case 2 -> kinds.add(HOUSE);
            case 3 -> kinds.add(CROP);
            default -> {}
        }
        if (number % 12 == 7) {
            kinds.add(GUARANTEE);
        }
        if (number % 24 == 7) {
            kinds.add(PROJECT);
        }
        return kinds;
    }

    /** Most cover begins after the rule does; some began before. */
    private static LocalDate start(Household household, String kind) {
        Dice dice = Dice.of("start", kind, Integer.toString(household.number));
        return dice.below(60) == 0 ? LocalDate.of(2017, 6, 1) : IN_FORCE.plusDays(dice.below(190));
    }

    private static Policy policy(Household household, String kind, LocalDate from, int further) {
        Dice dice = Dice.of(kind, Integer.toString(household.number));
        int loan = dice.between(4, 50) * 1_000;
        Policy free = new Policy(
                household,
                kind,
                insurer(kind),
                "%s2017%s%02d".formatted(letters(kind), household.code().replace("-", ""), further),
                from,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                kind.equals(GUARANTEE) || (kind.equals(PROJECT) && household.number % 120 != 7)
                        ? contract(household)
                        : "");
        return switch (kind) {
            case ACCIDENT -> costing(free, Integer.toString(30 * household.members), "0", "30000");
            case MEDICAL -> costing(free, Integer.toString(100 * household.members), "0", "100000");
            case HOUSE -> costing(free, "30", dice.below(4) == 0 ? "12.50" : "10", "22000");
            case GUARANTEE -> {
                String premium = percent(BigDecimal.valueOf(loan), 150).toPlainString();
                yield costing(free, premium, premium, Integer.toString(loan));
            }
            default -> {
                BigDecimal premium = BigDecimal.valueOf(dice.between(6_000, 180_000), 2);
                BigDecimal own = percent(premium, kind.equals(CROP) ? 2_500 : 10_000);
                yield costing(free, premium.toPlainString(), own.toPlainString(), "20000");
            }
        };
    }

    private static String contract(Household household) {
        return "FP2017%05d".formatted(household.number);
    }

    private static BigDecimal percent(BigDecimal amount, int hundredths) {
        return amount.multiply(BigDecimal.valueOf(hundredths))
                .divide(BigDecimal.valueOf(10_000), 2, RoundingMode.HALF_UP);
    }

    private static Policy costing(Policy policy, String premium, String own, String sum) {
        return new Policy(
                policy.household,
                policy.kind,
                policy.insurer,
                policy.number,
                policy.from,
                new BigDecimal(premium),
                new BigDecimal(own),
                new BigDecimal(sum),
                policy.contract);
    }

    private static Policy first(List<Policy> policies, String kind) {
        return policies.stream()
                .filter(policy ->
                        policy.kind.equals(kind) && policy.from.isAfter(IN_FORCE) && policy.household.to.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Insurer insurer(String kind) {
        return SampleRegisters.LISHUI_INSURERS.get(
                switch (kind) {
                    case ACCIDENT -> 0;
                    case MEDICAL -> 1;
                    case GUARANTEE, HOUSE -> 2;
                    default -> 3;
                });
    }

    private static String letters(String kind) {
        return switch (kind) {
            case ACCIDENT -> "XE";
            case MEDICAL -> "YL";
            case GUARANTEE -> "BZ";
            case PROJECT -> "XM";
            case HOUSE -> "NF";
            default -> "NX";
        };
    }

    /** Some thirty loans; of the first 100,000.01 are lost and nothing came back, of another all came back. */
    static List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        List<Household> borrowers =
                ALL.stream().filter(household -> household.number % 12 == 7).toList();
        for (Household household : borrowers.subList(0, LOSSES)) {
            Dice dice = Dice.of("loss", Integer.toString(household.number));
            BigDecimal principal = BigDecimal.valueOf(dice.between(30, 500) * 100L);
            BigDecimal interest = percent(principal, dice.between(120, 480));
            BigDecimal recovered = dice.below(3) == 0 ? percent(principal, dice.between(500, 4_000)) : BigDecimal.ZERO;
            LocalDate overdue = LocalDate.of(2017, 3, 1).plusDays(dice.below(120));
            losses.add(new Loss(
                    household,
                    contract(household),
                    LENDERS.get(dice.below(LENDERS.size())),
                    insurer(GUARANTEE),
                    principal,
                    interest,
                    recovered,
                    overdue,
                    overdue.plusDays(dice.between(108, 170))));
        }
        losses.set(0, of(losses.get(0), "98000", "2000.01", "0"));
        losses.set(1, of(losses.get(1), "8000", "216.50", "8216.50"));
        return List.copyOf(losses);
    }

    private static Loss of(Loss loss, String principal, String interest, String recovered) {
        return new Loss(
                loss.household,
                loss.contract,
                loss.lender,
                loss.insurer,
                new BigDecimal(principal),
                new BigDecimal(interest),
                new BigDecimal(recovered),
                loss.overdue,
                loss.claimed);
    }
}
