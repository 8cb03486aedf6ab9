package bankscore.mistakes;

import static bankscore.mistakes.SampleSheet.OF_MONEY;
import static bankscore.mistakes.SampleSheet.PLATFORM;
import static bankscore.mistakes.SampleSheet.POOLS;
import static bankscore.mistakes.SampleSheet.TAX;

import bankscore.mistakes.Mistake.Group;
import bankscore.mistakes.Mistake.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Amounts in another unit than what is said of them. */
final class UnitMistakes {

    private static final List<String> FACTORS = List.of("1e3", "1e4", "1e8", "1e-3", "1e-4", "1e-8");
    private static final List<String> UNITS = List.of("元", "千元", "万元", "百万元", "亿元");

    private UnitMistakes() {}

    static List<Kind> kinds() {
        return List.of(
                kind("a column in another unit", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String column = clerk.pick(sheet.money);
                    String factor = clerk.pick(FACTORS);
                    clerk.times(sheet, column, clerk.rows(sheet), new BigDecimal(factor));
                    return Optional.of(
                            Mistake.in(sheet, column + " × " + factor).columns(clerk, sheet, column));
                }),
                kind("a sheet in another unit", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String factor = clerk.pick(FACTORS);
                    for (String column : sheet.money) {
                        clerk.times(sheet, column, clerk.rows(sheet), new BigDecimal(factor));
                    }
                    return Optional.of(everyColumn(clerk, sheet, "all × " + factor));
                }),
                kind("half of the rows in another unit", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String factor = clerk.pick(FACTORS);
                    String column = clerk.pick(sheet.money);
                    List<Integer> rows = clerk.rows(sheet);
                    clerk.times(sheet, column, rows.subList(0, rows.size() / 2), new BigDecimal(factor));
                    return Optional.of(Mistake.in(sheet, "upper half of " + column + " × " + factor)
                            .columns(clerk, sheet, column));
                }),
                kind("one figure in another unit", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String factor = clerk.pick(FACTORS);
                    String cell = clerk.pick(sheet.money) + clerk.pick(clerk.rows(sheet));
                    BigDecimal figure = clerk.number(sheet, cell);
                    if (figure.signum() == 0) {
                        return Optional.empty();
                    }
                    clerk.put(sheet, cell, figure.multiply(new BigDecimal(factor)));
                    return Optional.of(
                            Mistake.in(sheet, cell + " × " + factor).columns(clerk, sheet, Reception.column(cell)));
                }),
                kind("the unit line names another unit", clerk -> {
                    SampleSheet sheet = withLine(clerk);
                    String unit = another(clerk, sheet == TAX ? "元" : "万元");
                    clerk.put(sheet, sheet.unitLine, "单位：" + unit);
                    return Optional.of(everyColumn(clerk, sheet, "the line says " + unit));
                }),
                kind("the unit line is lost", clerk -> {
                    SampleSheet sheet = withLine(clerk);
                    clerk.put(sheet, sheet.unitLine, "");
                    return Optional.of(everyColumn(clerk, sheet, "no unit line"));
                }),
                kind("the unit line stands below the table", clerk -> {
                    SampleSheet sheet = withLine(clerk);
                    String line = clerk.text(sheet, sheet.unitLine);
                    clerk.put(sheet, sheet.unitLine, "").put(sheet, "B" + (sheet.last + 6), line);
                    return Optional.of(everyColumn(clerk, sheet, "the line stands below"));
                }),
                kind("heading and unit line disagree", clerk -> {
                    SampleSheet sheet = withLine(clerk);
                    String column = clerk.pick(sheet.money);
                    String heading = clerk.text(sheet, column + sheet.header);
                    String unit = another(clerk, sheet == TAX ? "元" : "万元");
                    clerk.put(sheet, column + sheet.header, heading + "（" + unit + "）");
                    return Optional.of(Mistake.in(sheet, column + " headed （" + unit + "）")
                            .columns(clerk, sheet, column, "A", Reception.column(sheet.unitLine))
                            .told());
                }),
                kind("the heading states another unit", clerk -> {
                    SampleSheet sheet = clerk.pick(PLATFORM, POOLS);
                    String column = sheet.money.get(0);
                    String unit = another(clerk, sheet == POOLS ? "亿元" : "万元");
                    clerk.put(sheet, column + sheet.header, (sheet == POOLS ? "次年调配总额（" : "平台放款金额（") + unit + "）");
                    return Optional.of(
                            Mistake.in(sheet, "headed （" + unit + "）").columns(clerk, sheet, column));
                }),
                kind("the heading states no unit any more", clerk -> {
                    SampleSheet sheet = clerk.pick(PLATFORM, POOLS);
                    String column = sheet.money.get(0);
                    clerk.put(sheet, column + sheet.header, sheet == POOLS ? "次年调配总额" : "平台放款金额");
                    return Optional.of(Mistake.in(sheet, "headed without unit").columns(clerk, sheet, column));
                }),
                kind("the number format shows another unit", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String column = clerk.pick(sheet.money);
                    String unit = sheet == POOLS ? clerk.pick("万元", "元") : clerk.pick("亿元", "百万元");
                    clerk.format(sheet, column, clerk.rows(sheet), "#,##0.00\"" + unit + "\"");
                    return Optional.of(Mistake.in(sheet, column + " shown with " + unit)
                            .columns(clerk, sheet, column)
                            .told());
                }),
                kind("the unit is told by the number format alone", clerk -> {
                    SampleSheet sheet = clerk.pick(TAX, POOLS);
                    String column = sheet.money.get(0);
                    if (sheet == TAX) {
                        clerk.put(sheet, sheet.unitLine, "");
                        clerk.format(sheet, column, clerk.rows(sheet), clerk.pick("0!.0,\"万元\"", "#,##0.00\"元\""));
                    } else {
                        clerk.put(sheet, column + sheet.header, "次年调配总额");
                        clerk.format(sheet, column, clerk.rows(sheet), clerk.pick("0.00\"亿元\"", "0.00####\"亿\""));
                    }
                    return Optional.of(
                            Mistake.in(sheet, "unit in the format only").columns(clerk, sheet, column));
                }));
    }

    private static Kind kind(String name, Mistake.Act act) {
        return new Kind(Group.UNIT, name, act);
    }

    private static SampleSheet withLine(Clerk clerk) {
        return clerk.pick(
                OF_MONEY.stream().filter(sheet -> !sheet.unitLine.isEmpty()).toList());
    }

    private static String another(Clerk clerk, String unit) {
        return clerk.pick(UNITS.stream().filter(other -> !other.equals(unit)).toList());
    }

    /** Whoever points to one of the columns, to the unit's line or to the header points right. */
    private static Mistake everyColumn(Clerk clerk, SampleSheet sheet, String what) throws IOException {
        return Mistake.in(sheet, what)
                .columns(clerk, sheet, sheet.money.toArray(new String[0]))
                .wholeSheet();
    }
}
