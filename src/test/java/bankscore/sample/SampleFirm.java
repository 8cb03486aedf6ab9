package bankscore.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An invented firm of Jinhua's register, and those that the rule decides about in ways that a sample must show.
 *
 * @param district where it is registered
 * @param closed the day on which it was struck off
 * @param branch the bank branch that keeps its account
 */
record SampleFirm(
        int number,
        String name,
        String shortName,
        String district,
        LocalDate founded,
        Optional<LocalDate> closed,
        String branch,
        String account) {

    static final List<String> DISTRICTS = List.of("婺城区", "金义新区", "金华开发区", "金华双龙风景旅游区");

    /** Premiums of 9,000, 8,000 and 7,000 by day of invoice: 4,500, 4,000 and what the cap leaves, 1,500. */
    static final int THREE_POLICIES = 1;
    /** One premium of 4,000. */
    static final int SMALL = 2;
    /** An invoice of the day before the rule. */
    static final int EARLY = 3;
    /** One policy, sent by the district and by the insurer. */
    static final int TWICE = 4;
    /** Two policies of one kind whose cover overlaps. */
    static final int OVERLAPPING = 5;

    static final int INVOICE_LOWER = 6;
    static final int PAID_ABOVE_DUE = 7;
    /** Export premiums of which 80 % are more than 5,000,000. */
    static final int AT_THE_CAP = 8;
    /** The same, and a person has lifted its cap. */
    static final int LIFTED = 9;
    /** A loan of whose interest less was paid than the subsidy would be. */
    static final int LITTLE_INTEREST = 10;
    /** A loan of 1,000,000 for 90 days at 3.45 %. */
    static final int KNOWN_LOAN = 11;
    /** Struck off in August. */
    static final int CLOSED = 12;
    /** In no register. */
    static final int UNKNOWN = 400;

    /** How many have a part of their own; the others follow chance. */
    static final int WITH_A_PART = 12;
    /** Those in the districts; the others are registered in counties that the rule leaves out. */
    static final int IN_THE_CITY = 300;

    private static final int ALL_OF_THEM = 320;
    private static final List<String> HEADS =
            List.of("翊", "骁", "珩", "峤", "沅", "泠", "棣", "昶", "霁", "筠", "溦", "堇", "舫", "蔚", "笠", "钿", "朔", "澹");
    private static final List<String> TAILS =
            List.of("岐", "屿", "垚", "潆", "樾", "岑", "淙", "砺", "璟", "葳", "楹", "汐", "榕", "炜", "峥", "绥", "衍", "琮");
    private static final List<String> TRADES = List.of(
            "电镀", "五金制品", "印染", "精细化工", "工具制造", "皮革", "铸造", "日用品", "水晶工艺", "电子科技", "汽车零部件", "纺织", "塑业", "机械", "户外用品",
            "金属材料");
    private static final List<String> OUTSIDE = List.of("义乌市", "兰溪市", "东阳市", "永康市", "武义县");
    private static final List<String> BANKS = List.of("曜川银行", "砺岳银行", "农穗银行", "通渡银行", "云岫银行");

    /** The register as it stands in the last quarter of 2024. */
    static final List<SampleFirm> ALL =
            IntStream.rangeClosed(1, ALL_OF_THEM).mapToObj(SampleFirm::made).toList();

    private static SampleFirm made(int number) {
        Dice dice = Dice.of("firm", Integer.toString(number));
        int head = number % HEADS.size();
        // One head meets each tail once, so that no two firms share a name.
        int tail = (7 * number + number / HEADS.size()) % TAILS.size();
        String shortName = HEADS.get(head) + TAILS.get(tail) + TRADES.get(dice.below(TRADES.size()));
        String district = number <= IN_THE_CITY || number > ALL_OF_THEM
                ? DISTRICTS.get(List.of(0, 0, 0, 0, 1, 1, 1, 2, 2, 3).get(number % 10))
                : OUTSIDE.get(number % OUTSIDE.size());
        LocalDate founded = LocalDate.of(dice.between(1998, 2021), dice.between(1, 12), dice.between(1, 28));
        Optional<LocalDate> closed = number == CLOSED || number % 97 == 0
                ? Optional.of(LocalDate.of(2024, 8, number % 28 + 1))
                : Optional.empty();
        return new SampleFirm(
                number,
                "婺川" + shortName + "有限公司",
                shortName,
                district,
                founded,
                closed,
                BANKS.get(dice.below(BANKS.size())) + district.substring(0, 2) + "支行",
                "9900%015d".formatted(number * 7_919L * 1_000 + dice.below(1_000)));
    }

    /** The firm of that number, which need not be in the register. */
    static SampleFirm of(int number) {
        return number <= ALL_OF_THEM ? ALL.get(number - 1) : made(number);
    }

    boolean inTheCity() {
        return DISTRICTS.contains(district);
    }

    String creditCode() {
        return CheckedNumbers.creditCode(number);
    }
}
