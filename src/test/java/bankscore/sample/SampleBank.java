package bankscore.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invented bank: how it is listed, and the course its year takes.
 *
 * @param name full name, as in the roster
 * @param shortName the name in daily use
 * @param aliases further names, as the roster writes them, parted by 、 or ；
 * @param firstAlias the first of them
 * @param loans loans in all, from the year's beginning to its end, about
 * @param sme of these, loans to micro and small businesses
 * @param industrial of these, loans to industry
 * @param loanToDeposit percent, about; 0 for a bank that takes no deposits here
 * @param tax tax of the whole year in 万元, about
 * @param platform lent through the platform in the whole year, 万元, about
 * @param faults late or missing services in the year
 * @param satisfaction usual rating in tenths
 */
record SampleBank(
        String code,
        String name,
        String shortName,
        String aliases,
        String firstAlias,
        String kind,
        Optional<LocalDate> opened,
        String assessed,
        Course loans,
        Course sme,
        Course industrial,
        int loanToDeposit,
        int tax,
        int platform,
        int faults,
        int satisfaction) {

    /** Two balances in 万元: the year's first and, about, its last. */
    record Course(int opening, int closing) {}

    static final String POLICY_BANK = "B018";
    static final String NEWCOMER = "B017";
    static final String WITHOUT_DEPOSITS = "B016";
    static final String IN_TROUBLE = "B012";
    static final String FROZEN = "B010";
    static final String TAX_ON_A_BOUND = "B009";

    /** All banks of the sample in roster order. */
    static final List<SampleBank> ALL = List.of(
            listed("B001", "曜川银行股份有限公司饶城分行", "曜川银行", "曜川行、曜川饶城分行", "国有大型银行", "1985-04-01", "是")
                    .lending(6_124_300, 6_893_500, 1_102_000, 1_352_000, 1_184_000, 1_339_000)
                    .giving(72, 14_820, 41_800, 8, 44),
            listed("B002", "砺岳银行股份有限公司饶城分行", "砺岳银行", "砺岳行", "国有大型银行", "1984-10-08", "是")
                    .lending(5_236_800, 5_842_100, 838_000, 1_021_000, 942_000, 1_048_000)
                    .giving(81, 11_263, 33_600, 6, 46),
            listed("B003", "农穗银行股份有限公司饶城分行", "农穗银行", "农穗行；农穗饶城分行", "国有大型银行", "", "是")
                    .lending(4_418_600, 5_029_700, 1_149_000, 1_418_000, 574_000, 659_000)
                    .giving(66, 9_142, 47_200, 4, 47),
            listed("B004", "通渡银行股份有限公司饶城分行", "通渡银行", "通渡行", "国有大型银行", "1996-07-15", "是")
                    .lending(3_342_500, 3_718_200, 501_000, 587_000, 869_000, 1_002_000)
                    .giving(88, 6_884, 28_900, 9, 43),
            listed("B005", "禾澜银行股份有限公司饶城分行", "禾澜银行", "", "股份制银行", "2011-09-26", "是")
                    .lending(846_200, 969_800, 152_000, 191_000, 203_000, 236_000)
                    .giving(118, 2_231, 9_800, 5, 45),
            listed("B006", "云岫银行股份有限公司饶城分行", "云岫银行", "云岫行", "股份制银行", "2014-03-18", "是")
                    .lending(573_900, 641_500, 91_800, 109_600, 126_300, 139_800)
                    .giving(131, 1_476, 6_400, 3, 45),
            listed("B007", "启桐银行股份有限公司饶城分行", "启桐银行", "", "股份制银行", "2016-11-30", "是")
                    .lending(418_300, 463_700, 83_700, 97_200, 75_300, 84_900)
                    .giving(96, 918, 5_200, 6, 42),
            listed("B008", "信江银行股份有限公司", "信江银行", "信江行、信江总行", "城市商业银行", "2001-12-28", "是")
                    .lending(2_987_400, 3_412_600, 1_045_600, 1_298_000, 597_500, 688_400)
                    .giving(70, 7_455, 42_600, 38, 40),
            listed("B009", "带湖银行股份有限公司饶城分行", "带湖银行", "带湖行", "城市商业银行", "2009-06-18", "是")
                    .lending(1_654_200, 1_846_700, 562_400, 668_300, 297_800, 334_600)
                    .giving(64, 3_000, 26_300, 9, 43),
            listed("B010", "玉虹农村商业银行股份有限公司", "玉虹农商银行", "玉虹农商行、玉虹农信", "农村商业银行", "2012-12-20", "是")
                    .lending(1_073_500, 1_190_200, 483_000, 559_400, 139_600, 155_300)
                    .giving(61, 2_612, 18_700, 7, 44),
            listed("B011", "鹅峰农村商业银行股份有限公司", "鹅峰农商银行", "鹅峰农商行", "农村商业银行", "2013-08-09", "是")
                    .lending(952_800, 921_400, 428_800, 446_100, 114_300, 109_900)
                    .giving(58, 1_794, 9_100, 41, 37),
            listed("B012", "葛溪农村商业银行股份有限公司", "葛溪农商银行", "葛溪农商行、葛溪农信", "农村商业银行", "2014-05-16", "是")
                    .lending(786_400, 812_300, 345_900, 362_700, 94_400, 95_800)
                    .giving(73, 1_123, 4_300, 33, 36),
            listed("B013", "婺水村镇银行股份有限公司", "婺水村镇银行", "婺水村行", "村镇银行", "2012-03-29", "是")
                    .lending(93_600, 108_900, 61_800, 73_500, 0, 1_250)
                    .giving(55, 262, 2_100, 4, 46),
            listed("B014", "槠溪村镇银行股份有限公司", "槠溪村镇银行", "槠溪村行", "村镇银行", "2013-10-22", "")
                    .lending(72_400, 80_900, 49_200, 56_100, 4_300, 4_900)
                    .giving(69, 187, 1_300, 8, 41),
            listed("B015", "丰溪村镇银行股份有限公司", "丰溪村镇银行", "", "村镇银行", "2015-01-15", "是")
                    .lending(56_300, 61_200, 39_400, 43_300, 2_800, 3_050)
                    .giving(48, 112, 950, 5, 42),
            listed("B016", "锦渡科创银行股份有限公司饶城业务部", "锦渡科创银行", "锦渡行", "民营银行", "2019-05-28", "是")
                    .lending(184_700, 231_500, 129_300, 168_200, 14_800, 18_900)
                    .giving(0, 643, 31_400, 3, 45),
            listed("B017", "望仙村镇银行股份有限公司", "望仙村镇银行", "望仙村行", "村镇银行", "2022-06-18", "是")
                    .lending(0, 12_600, 0, 9_800, 0, 600)
                    .giving(40, 6, 320, 2, 43),
            listed("B018", "沃原振兴银行饶城分行", "沃原振兴银行", "沃原行", "政策性银行", "1997-01-08", "否")
                    .lending(1_923_600, 2_178_400, 38_500, 46_200, 134_700, 158_900)
                    .giving(612, 1_954, 0, 1, 44));

    boolean is(String otherCode) {
        return code.equals(otherCode);
    }

    /** The banks that were open at the quarter's end, in roster order. */
    static List<SampleBank> openAt(SampleQuarter quarter) {
        return ALL.stream()
                .filter(bank ->
                        bank.opened.map(day -> !day.isAfter(quarter.end())).orElse(true))
                .toList();
    }

    /** The bank of that code; a slip in a table of the sample is a defect. */
    static SampleBank of(String code) {
        return ALL.stream().filter(bank -> bank.is(code)).findFirst().orElseThrow();
    }

    private static Listed listed(
            String code, String name, String shortName, String aliases, String kind, String opened, String assessed) {
        return new Listed(code, name, shortName, aliases, kind, opened, assessed);
    }

    private record Listed(
            String code, String name, String shortName, String aliases, String kind, String opened, String assessed) {
        Lending lending(int loans, int loansEnd, int sme, int smeEnd, int industrial, int industrialEnd) {
            return new Lending(
                    this, new Course(loans, loansEnd), new Course(sme, smeEnd), new Course(industrial, industrialEnd));
        }
    }

    private record Lending(Listed listed, Course loans, Course sme, Course industrial) {
        SampleBank giving(int loanToDeposit, int tax, int platform, int faults, int satisfaction) {
            String first = listed.aliases.replaceAll("[、；].*", "");
            return new SampleBank(
                    listed.code,
                    listed.name,
                    listed.shortName,
                    listed.aliases,
                    first.isEmpty() ? listed.shortName : first,
                    listed.kind,
                    listed.opened.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(listed.opened)),
                    listed.assessed,
                    loans,
                    sme,
                    industrial,
                    loanToDeposit,
                    tax,
                    platform,
                    faults,
                    satisfaction);
        }
    }
}
