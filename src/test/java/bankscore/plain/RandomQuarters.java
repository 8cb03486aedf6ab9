package bankscore.plain;

import bankscore.plain.PlainQuarter.Adjustment;
import bankscore.plain.PlainQuarter.Bank;
import bankscore.plain.PlainQuarter.Credit;
import bankscore.plain.PlainQuarter.Fault;
import bankscore.plain.PlainQuarter.Holding;
import bankscore.plain.PlainQuarter.Pool;
import bankscore.plain.PlainQuarter.Rating;
import bankscore.plain.PlainQuarter.Risk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Quarters by the dice: none has an error that would stop a run, and all of them are rich in what is rare in real ones.
 *
 * <p>Ties, bounds and zeros are thrown on purpose: figures are copied from bank to bank, taken from the bounds, or left
 * at nothing far more often than they would be in a city.
 */
public final class RandomQuarters {

    private static final List<String> NAMES = List.of(
            "工商银行", "农业银行", "中国银行", "建设银行", "交通银行", "邮储银行", "招商银行", "浙商银行", "中信银行", "光大银行", "民生银行", "兴业银行", "浦发银行",
            "平安银行", "华夏银行", "广发银行", "江西银行", "上饶银行", "九江银行", "赣州银行", "广丰农商银行", "玉山农商银行", "婺源村镇银行", "农业发展银行", "北京银行");
    private static final List<String> KINDS = List.of("国有大型银行", "股份制银行", "城市商业银行", "农村金融机构", "");
    private static final List<String> FUNDS = List.of("社会保险基金", "财政专户资金", "国库现金", "其他财政性资金");
    private static final List<String> FAULTS = List.of("资金拨付", "单据传送", "拨款退回告知", "其他");
    private static final List<String> UNITS = List.of("市教育局", "市卫健委", "市人社局", "市水利局", "市交通局", "市民政局");
    private static final List<String> TAXES = List.of(
            "0", "499.99", "500", "999.99", "1000", "3000", "4999.99", "5000", "8000", "9999.99", "10000", "-12.34");

    private final Random dice;
    private final int year;
    private final int quarter;
    private final LocalDate end;

    private RandomQuarters(long seed) {
        dice = new Random(seed * 7919 + 17);
        year = 2022 + dice.nextInt(3);
        quarter = chance(45) ? 4 : 1 + dice.nextInt(4);
        end = LocalDate.of(year, 3 * quarter, 1).plusMonths(1).minusDays(1);
    }

    /** The same quarter for the same seed, always. */
    public static PlainQuarter of(long seed) {
        return new RandomQuarters(seed).throwAll();
    }

    private PlainQuarter throwAll() {
        int count = pick(1 + dice.nextInt(25), 1 + dice.nextInt(25), 1 + dice.nextInt(4));
        boolean allEqual = chance(8);
        boolean nothingAtAll = !allEqual && chance(6);
        // Only tax and service score: totals are multiples of five, and remainders tie between unequal totals.
        boolean coarse = !allEqual && !nothingAtAll && chance(12);
        boolean sameService = allEqual || coarse || chance(25);
        List<Bank> banks = banks(count, allEqual || nothingAtAll);

        Map<String, Credit> credit = new LinkedHashMap<>();
        Map<String, BigDecimal> tax = new LinkedHashMap<>();
        Map<String, BigDecimal> platform = new LinkedHashMap<>();
        boolean noDeposits = chance(3);
        boolean nobodyUsesThePlatform = chance(6);
        long scale = pick(10L, 1_000L, 1_000_000L, 50_000_000L, 10_000_000L);
        Credit lastCredit = credit(scale, noDeposits);
        BigDecimal lastTax = tax();
        BigDecimal lastPlatform = amount(scale);
        for (Bank bank : banks) {
            boolean copied = allEqual || chance(18);
            Credit figures = copied ? lastCredit : credit(scale, noDeposits);
            BigDecimal taxPaid = copied ? lastTax : tax();
            BigDecimal lent = copied ? lastPlatform : chance(20) ? BigDecimal.ZERO : amount(scale);
            if (nobodyUsesThePlatform) {
                lent = BigDecimal.ZERO;
            }
            if (nothingAtAll) {
                figures = standingStill(scale, noDeposits);
                taxPaid = chance(50) ? BigDecimal.ZERO : amount(499);
                lent = BigDecimal.ZERO;
            }
            if (coarse) {
                figures = standingStill(scale, noDeposits);
                lent = BigDecimal.ZERO;
            }
            if (assessed(bank) || chance(60)) {
                credit.put(bank.code(), figures);
            }
            if (assessed(bank) || chance(50)) {
                tax.put(bank.code(), taxPaid);
            }
            if (assessed(bank) || chance(50)) {
                platform.put(bank.code(), lent);
            }
            lastCredit = figures;
            lastTax = taxPaid;
            lastPlatform = lent;
        }

        boolean planned = quarter == 4 || chance(70);
        boolean poolsAlone = !planned && chance(25);
        PlainQuarter bare = new PlainQuarter(
                year,
                quarter,
                banks,
                credit,
                tax,
                chance(15) ? Optional.empty() : Optional.of(platform),
                nothingAtAll || coarse || chance(15) ? Optional.empty() : Optional.of(ratings(banks, sameService)),
                nothingAtAll
                        ? Optional.of(ruinousFaults(banks))
                        : chance(15) ? Optional.empty() : Optional.of(faults(banks, sameService)),
                Optional.empty(),
                Optional.empty(),
                risks(banks),
                chance(45) ? Optional.of(published(credit)) : Optional.empty());
        List<Pool> pools = pools(banks, scores(bare));
        List<Holding> holdings = chance(6) && quarter != 4 ? List.of() : holdings(banks, pools);
        PlainQuarter computed = new PlainQuarter(
                year,
                quarter,
                banks,
                credit,
                tax,
                bare.platform(),
                bare.ratings(),
                bare.faults(),
                planned ? Optional.of(holdings) : Optional.empty(),
                planned || poolsAlone ? Optional.of(pools) : Optional.empty(),
                bare.risks(),
                bare.publishedLdr());
        return chance(60) ? computed : adjusted(computed);
    }

    /** Leaders take from some banks what they hold by the plan, and give it to banks that may have more. */
    private PlainQuarter adjusted(PlainQuarter computed) {
        List<Adjustment> adjustments = new ArrayList<>();
        if (PlainRecalculation.of(computed).tree().get("allocation") instanceof Map<?, ?> plan
                && plan.get("funds") instanceof List<?> funds) {
            for (Object each : funds) {
                if (each instanceof Map<?, ?> fund && fund.get("rows") instanceof List<?> rows && chance(80)) {
                    adjustments.addAll(adjustments(String.valueOf(fund.get("fund")), rows));
                }
            }
        }
        return new PlainQuarter(
                computed.year(),
                computed.quarter(),
                computed.banks(),
                computed.credit(),
                computed.tax(),
                computed.platform(),
                computed.ratings(),
                computed.faults(),
                computed.holdings(),
                computed.pools(),
                computed.risks(),
                Optional.of(adjustments),
                computed.publishedLdr());
    }

    private List<Adjustment> adjustments(String fund, List<?> rows) {
        List<Adjustment> adjustments = new ArrayList<>();
        List<String> free = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> planned && "".equals(planned.get("note"))) {
                free.add(String.valueOf(planned.get("code")));
            }
        }
        for (Object row : rows) {
            if (row instanceof Map<?, ?> planned && !free.isEmpty() && chance(30)) {
                BigDecimal target = new BigDecimal(String.valueOf(planned.get("target")));
                BigDecimal taken = chance(20) ? target : part(target);
                String receiver = pick(free);
                if (taken.signum() > 0 && !receiver.equals(planned.get("code"))) {
                    adjustments.add(new Adjustment(fund, String.valueOf(planned.get("code")), taken.negate()));
                    adjustments.add(new Adjustment(fund, receiver, taken));
                }
            }
        }
        if (chance(50)) {
            Collections.shuffle(adjustments, dice);
        }
        return adjustments;
    }

    /** What the banks without a safety finding score together. */
    private static BigDecimal scores(PlainQuarter quarter) {
        BigDecimal sum = BigDecimal.ZERO;
        if (PlainRecalculation.of(quarter).tree().get("banks") instanceof List<?> banks) {
            for (Object bank : banks) {
                if (bank instanceof Map<?, ?> row
                        && quarter.risks().stream()
                                .noneMatch(risk -> risk.bank().equals(row.get("code")))) {
                    sum = sum.add(new BigDecimal(String.valueOf(row.get("total"))));
                }
            }
        }
        return sum;
    }

    // ---------------------------------------------------------------- the roster

    private List<Bank> banks(int count, boolean everyoneAssessed) {
        List<Bank> banks = new ArrayList<>();
        boolean shuffled = chance(40);
        int firstCode = dice.nextInt(50);
        LocalDate bound = end.plusDays(1).minusMonths(12);
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(i);
            Optional<LocalDate> opened = switch (everyoneAssessed ? 0 : dice.nextInt(12)) {
                case 0, 1 -> Optional.of(LocalDate.of(1990 + dice.nextInt(25), 1 + dice.nextInt(12), 15));
                case 2 -> Optional.of(bound);
                case 3 -> chance(50) ? Optional.of(bound.plusDays(1)) : Optional.of(bound.minusDays(1));
                case 4 -> chance(30) ? Optional.of(end.minusDays(dice.nextInt(300))) : Optional.empty();
                default -> Optional.empty();
            };
            List<String> aliases = new ArrayList<>();
            if (chance(50)) {
                aliases.add(name + "上饶市分行");
            }
            if (chance(30)) {
                aliases.add("BANK " + (char) ('A' + i));
            }
            banks.add(new Bank(
                    String.format("B%03d", firstCode + i + 1),
                    name + "股份有限公司上饶分行",
                    chance(80) ? name : "",
                    aliases,
                    pick(KINDS),
                    opened,
                    everyoneAssessed || chance(88)));
        }
        if (shuffled) {
            Collections.shuffle(banks, dice);
        }
        if (banks.stream().noneMatch(this::assessed)) {
            Bank first = banks.get(0);
            banks.set(
                    0,
                    new Bank(
                            first.code(),
                            first.name(),
                            first.shortName(),
                            first.aliases(),
                            first.kind(),
                            Optional.of(bound),
                            true));
        }
        return banks;
    }

    private boolean assessed(Bank bank) {
        LocalDate bound = end.plusDays(1).minusMonths(12);
        return bank.assessed()
                && bank.openingDate().map(date -> !date.isAfter(bound)).orElse(true);
    }

    // ---------------------------------------------------------------- figures

    private Credit credit(long scale, boolean noDeposits) {
        BigDecimal opening = chance(7) ? BigDecimal.ZERO : amount(scale);
        BigDecimal loans = grown(opening, scale);
        BigDecimal smeOpening = chance(10) ? BigDecimal.ZERO : part(opening);
        BigDecimal industrialOpening = chance(10) ? BigDecimal.ZERO : part(opening);
        BigDecimal deposits =
                noDeposits || chance(6) ? BigDecimal.ZERO : amount(scale * 2).add(part(loans));
        if (chance(10) && !noDeposits) {
            // An even ratio, so that gaps of exactly five percentage points occur.
            deposits =
                    loans.multiply(new BigDecimal(pick("1", "2", "1.25", "4"))).setScale(2, RoundingMode.HALF_UP);
        }
        return new Credit(
                Optional.of(deposits),
                Optional.of(opening),
                Optional.of(loans),
                Optional.of(smeOpening),
                Optional.of(grown(smeOpening, scale)),
                Optional.of(industrialOpening),
                Optional.of(grown(industrialOpening, scale)));
    }

    /** A bank without any growth: nothing to score. */
    private Credit standingStill(long scale, boolean noDeposits) {
        BigDecimal loans = amount(scale);
        BigDecimal part = part(loans);
        BigDecimal shrunk = chance(50) ? part : part(part);
        return new Credit(
                Optional.of(noDeposits ? BigDecimal.ZERO : amount(scale)),
                Optional.of(loans),
                Optional.of(loans),
                Optional.of(part),
                Optional.of(shrunk),
                Optional.of(part),
                Optional.of(shrunk));
    }

    private BigDecimal grown(BigDecimal opening, long scale) {
        return switch (dice.nextInt(12)) {
            case 0 -> opening;
            case 1, 2 -> part(opening);
            case 3 -> amount(scale);
            case 4 ->
                opening.multiply(new BigDecimal(pick("1.1", "1.2", "1.25", "1.5")))
                        .setScale(2, RoundingMode.HALF_UP);
            default -> opening.add(part(opening).multiply(new BigDecimal("0.4")).setScale(2, RoundingMode.HALF_UP));
        };
    }

    private BigDecimal tax() {
        return chance(50) ? new BigDecimal(pick(TAXES)) : amount(pick(600L, 12_000L));
    }

    private List<Rating> ratings(List<Bank> banks, boolean allTheSame) {
        List<Rating> ratings = new ArrayList<>();
        for (Bank bank : banks) {
            int count = allTheSame ? 1 : pick(0, 1, 2, 3, 6);
            for (int i = 0; i < count; i++) {
                String unit = chance(10) ? UNITS.get(0) : UNITS.get(i);
                BigDecimal rating = allTheSame
                        ? new BigDecimal("4.5")
                        : chance(50)
                                ? BigDecimal.valueOf(dice.nextInt(51), 1)
                                : new BigDecimal(pick("0", "5", "4", "3"));
                ratings.add(new Rating(bank.code(), rating, unit));
            }
        }
        Collections.shuffle(ratings, dice);
        return ratings;
    }

    private List<Fault> faults(List<Bank> banks, boolean allTheSame) {
        List<Fault> faults = new ArrayList<>();
        for (Bank bank : banks) {
            int count = allTheSame ? 0 : pick(0, 0, 1, 2, 4, 12);
            for (int i = 0; i < count; i++) {
                String kind = pick(FAULTS);
                boolean priced = kind.equals("其他") || chance(40);
                faults.add(new Fault(
                        bank.code(),
                        faultDate(),
                        kind,
                        priced
                                ? Optional.of(new BigDecimal(pick("0", "0.3", "0.5", "1", "1.25", "0.125", "3")))
                                : Optional.empty()));
            }
        }
        Collections.shuffle(faults, dice);
        return faults;
    }

    /** Enough to use up the five points of every bank. */
    private List<Fault> ruinousFaults(List<Bank> banks) {
        List<Fault> faults = new ArrayList<>();
        for (Bank bank : banks) {
            faults.add(new Fault(bank.code(), end, "其他", Optional.of(new BigDecimal(pick("5", "5.01", "9")))));
        }
        return faults;
    }

    private LocalDate faultDate() {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        return switch (dice.nextInt(10)) {
            case 0 -> newYear;
            case 1 -> newYear.minusDays(1);
            case 2 -> end;
            case 3 -> end.plusDays(1);
            default -> newYear.plusDays(dice.nextInt(end.getDayOfYear()));
        };
    }

    /** Often so that the first bank's gap is exactly a multiple of five, or a hundredth beside it. */
    private BigDecimal published(Map<String, Credit> credit) {
        Credit first = credit.values().iterator().next();
        BigDecimal deposits = first.deposits().orElse(BigDecimal.ZERO);
        if (deposits.signum() == 0 || chance(40)) {
            return BigDecimal.valueOf(5000 + dice.nextInt(7000), 2);
        }
        BigDecimal own = first.loans()
                .orElse(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(100))
                .divide(deposits, 2, RoundingMode.HALF_UP);
        // No city lends more than five times what is deposited there.
        return own.add(BigDecimal.valueOf(5L * (1 + dice.nextInt(11))))
                .add(new BigDecimal(pick("0", "0", "-0.01")))
                .min(BigDecimal.valueOf(500));
    }

    // ---------------------------------------------------------------- the money

    private List<Pool> pools(List<Bank> banks, BigDecimal scores) {
        List<String> funds = new ArrayList<>(FUNDS);
        Collections.shuffle(funds, dice);
        List<Pool> pools = new ArrayList<>();
        for (String fund : funds.subList(0, 1 + dice.nextInt(FUNDS.size()))) {
            BigDecimal amount = switch (dice.nextInt(14)) {
                case 0 -> BigDecimal.ZERO;
                case 1 -> new BigDecimal("0.37");
                case 2 -> BigDecimal.valueOf(1 + dice.nextInt(2 * banks.size()));
                case 3 -> BigDecimal.valueOf(dice.nextInt(1000)).add(new BigDecimal("0.5"));
                case 4 -> BigDecimal.valueOf(dice.nextLong(1_000_000_000L), 6);
                case 5 -> BigDecimal.valueOf(100L * banks.size());
                case 6 -> amount(1_000_000);
                // Quotas are then the totals themselves, or a tenth: remainders tie between unequal totals.
                case 7, 8 -> scores;
                case 9 -> scores.movePointLeft(1);
                default -> BigDecimal.valueOf(1000L * (1 + dice.nextInt(500)));
            };
            pools.add(new Pool(fund, amount));
        }
        return pools;
    }

    private List<Holding> holdings(List<Bank> banks, List<Pool> pools) {
        List<LocalDate> dates = List.of(end.plusDays(31), end.plusDays(90), end.plusDays(90), end.plusDays(400));
        List<Holding> holdings = new ArrayList<>();
        for (Pool pool : pools) {
            // From a tenth of the pool to three times as much, spread over the banks.
            long each = pool.amount()
                    .multiply(new BigDecimal(pick("0.1", "0.6", "1", "1", "3")))
                    .divide(BigDecimal.valueOf(banks.size()), 0, RoundingMode.UP)
                    .longValueExact();
            BigDecimal last = amount(each + 1);
            for (Bank bank : banks) {
                int rows = pick(0, 0, 1, 1, 2, 4);
                for (int i = 0; i < rows; i++) {
                    BigDecimal amount = switch (dice.nextInt(8)) {
                        case 0 -> BigDecimal.ZERO;
                        case 1, 2 -> last;
                        case 3, 4 -> BigDecimal.valueOf(dice.nextLong(2 * each + 2));
                        case 5 -> amount(2 * each + 1).add(new BigDecimal("0.000001"));
                        default -> amount(2 * each + 2);
                    };
                    BigDecimal unmatured = switch (dice.nextInt(4)) {
                        case 0 -> amount;
                        case 1 -> part(amount);
                        default -> BigDecimal.ZERO;
                    };
                    holdings.add(new Holding(
                            pool.fund(),
                            bank.code(),
                            amount,
                            unmatured,
                            chance(70) ? Optional.of(pick(dates)) : Optional.empty()));
                    last = amount;
                }
            }
        }
        if (holdings.isEmpty()) {
            holdings.add(new Holding(
                    pools.get(0).fund(), banks.get(0).code(), BigDecimal.ONE, BigDecimal.ZERO, Optional.empty()));
        }
        if (chance(50)) {
            Collections.shuffle(holdings, dice);
        }
        return holdings;
    }

    private List<Risk> risks(List<Bank> banks) {
        List<Risk> risks = new ArrayList<>();
        int mode = dice.nextInt(22);
        if (mode < 4) {
            // Everything is taken back, or nobody may have more.
            for (Bank bank : banks) {
                risks.add(new Risk(bank.code(), mode == 0 ? PlainQuarter.WITHDRAW : PlainQuarter.FREEZE));
            }
        } else if (mode < 14) {
            int count = 1 + dice.nextInt(1 + banks.size() / 2);
            for (int i = 0; i < count; i++) {
                Bank bank = pick(banks);
                risks.add(new Risk(bank.code(), chance(35) ? PlainQuarter.WITHDRAW : PlainQuarter.FREEZE));
                if (chance(15)) {
                    risks.add(new Risk(bank.code(), PlainQuarter.WITHDRAW));
                }
            }
        }
        return risks;
    }

    // ---------------------------------------------------------------- dice

    private boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }

    /** From 0.01 to the bound, with two decimals. */
    private BigDecimal amount(long bound) {
        return BigDecimal.valueOf(1 + dice.nextLong(100 * bound), 2);
    }

    /** From nothing to the whole, with two decimals. */
    private BigDecimal part(BigDecimal whole) {
        return whole.multiply(BigDecimal.valueOf(dice.nextInt(1001), 3)).setScale(2, RoundingMode.DOWN);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[dice.nextInt(choices.length)];
    }
}
