package bankscore.sample;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The forms about service: what budgetary units think of the banks, and what came late. */
final class ServiceForms {
    private static final List<String> REMARKS =
            List.of("", "", "", "", "", "", "", "网点响应及时", "回单送达较慢", "建议增加上门服务", "专人对接，服务好", "窗口排队时间偏长");

    private ServiceForms() {}

    /** 满意度调查: each of the units rates five or six banks, each bank once. */
    static void survey(
            OfficeBook book,
            String sheetName,
            SampleQuarter quarter,
            List<String> units,
            Function<SampleBank, String> naming) {
        OfficeTable table = new OfficeTable(
                        book,
                        sheetName,
                        List.of(
                                SampleColumn.ordinal(),
                                SampleColumn.text("预算单位", 24),
                                SampleColumn.text("银行名称", 20),
                                SampleColumn.rating("评 分"),
                                SampleColumn.text("意见建议", 24)))
                .title("预算单位对银行服务满意度调查汇总表（" + quarter.year() + quarter.inWords() + "）")
                .line("汇总单位：市财政局国库科", "")
                .headings();
        int ordinal = 1;
        for (String unit : units) {
            Dice dice = Dice.of("survey", unit, quarter.period());
            for (SampleBank bank : chosen(dice, quarter)) {
                table.add(
                        SampleEntry.count(ordinal++),
                        SampleEntry.words(unit),
                        SampleEntry.words(naming.apply(bank)),
                        SampleEntry.amount(rating(dice, bank)),
                        SampleEntry.words(REMARKS.get(dice.below(REMARKS.size()))));
            }
        }
        BankForms.signed(table, quarter, "汪若溪", "程启明");
    }

    private static List<SampleBank> chosen(Dice dice, SampleQuarter quarter) {
        List<SampleBank> open = SampleBank.openAt(quarter).stream()
                .filter(bank -> !bank.is(SampleBank.POLICY_BANK))
                .toList();
        Set<Integer> places = new TreeSet<>();
        int wanted = dice.between(5, 6);
        while (places.size() < wanted) {
            places.add(dice.below(open.size()));
        }
        return places.stream().map(open::get).toList();
    }

    /** Around the bank's usual rating, between 0 and 5; half of the people give whole or half points. */
    private static BigDecimal rating(Dice dice, SampleBank bank) {
        int tenths = Math.min(50, bank.satisfaction() + dice.between(-9, 7));
        if (dice.below(25) == 0) {
            tenths = dice.between(5, 25);
        }
        return BigDecimal.valueOf(dice.below(2) == 0 ? tenths : (tenths + 2) / 5 * 5, 1);
    }

    private record Fault(LocalDate day, SampleBank bank, String unit, String kind, String cost, String remark) {}

    /** 服务记录: the treasury centre's book since January, by date. */
    static void faults(OfficeBook book, SampleQuarter quarter) {
        OfficeTable table = new OfficeTable(
                        book,
                        quarter.annual() ? "2022年台账" : "台账",
                        List.of(
                                SampleColumn.ordinal(),
                                SampleColumn.date("日期"),
                                SampleColumn.text("银行名称", 18),
                                SampleColumn.text("预算单位", 24),
                                SampleColumn.centred("事项", 16),
                                SampleColumn.rating("扣分"),
                                SampleColumn.text("说明", 40)))
                .title("财政资金日常服务不及时、不到位情况登记台账（" + quarter.year() + quarter.months() + "）")
                .line("登记单位：市国库集中支付中心", "")
                .headings();
        int ordinal = 1;
        for (Fault fault : until(quarter)) {
            table.add(
                    SampleEntry.count(ordinal++),
                    SampleEntry.day(fault.day),
                    SampleEntry.words(fault.bank.firstAlias()),
                    SampleEntry.words(fault.unit),
                    SampleEntry.words(fault.kind),
                    fault.cost.isEmpty() ? SampleEntry.blank() : SampleEntry.amount(new BigDecimal(fault.cost)),
                    SampleEntry.words(fault.remark));
        }
        BankForms.signed(table, quarter, "江映雪", "于鸿");
    }

    private static List<Fault> until(SampleQuarter quarter) {
        List<Fault> faults = new ArrayList<>();
        for (SampleBank bank : SampleBank.ALL) {
            for (int i = 0; i < bank.faults(); i++) {
                Fault fault = fault(bank, quarter.end().getYear(), dice(bank, quarter, i));
                if (!fault.day.isAfter(quarter.end())) {
                    faults.add(fault);
                }
            }
        }
        faults.sort(Comparator.comparing(Fault::day));
        return faults;
    }

    private static Dice dice(SampleBank bank, SampleQuarter quarter, int number) {
        return quarter == SampleQuarter.NEXT
                ? Dice.of("fault", quarter.year(), bank.code(), Integer.toString(number))
                : Dice.of("fault", bank.code(), Integer.toString(number));
    }

    private static Fault fault(SampleBank bank, int year, Dice dice) {
        int firstDay = bank.is(SampleBank.NEWCOMER) && year == 2022 ? 200 : 4;
        LocalDate day = LocalDate.ofYearDay(year, dice.between(firstDay, 360));
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(2);
        }
        String unit = BudgetaryUnits.ALL.get(dice.below(BudgetaryUnits.ALL.size()));
        int lot = dice.below(100);
        String usual = dice.below(10) == 0 ? List.of("0.2", "0.3", "1").get(dice.below(3)) : "";
        if (lot < 40) {
            return new Fault(day, bank, unit, "资金拨付", usual, "直接支付指令当日未划出，次日到账");
        } else if (lot < 72) {
            return new Fault(day, bank, unit, "单据传送", usual, dice.below(2) == 0 ? "回单超过2个工作日送达" : "");
        } else if (lot < 92) {
            return new Fault(day, bank, unit, "拨款退回告知", usual, "退款未在当日告知单位");
        }
        String cost = List.of("0.2", "0.5", "1").get(dice.below(3));
        return new Fault(day, bank, unit, "其他", cost, "对账单信息有误，经协调更正");
    }
}
