package bankscore.mistakes;

import static bankscore.mistakes.SampleSheet.CREDIT;
import static bankscore.mistakes.SampleSheet.DISTRICTS;
import static bankscore.mistakes.SampleSheet.HOLDINGS;
import static bankscore.mistakes.SampleSheet.INSTITUTIONS;
import static bankscore.mistakes.SampleSheet.OFFICES;
import static bankscore.mistakes.SampleSheet.OF_BANKS;
import static bankscore.mistakes.SampleSheet.OF_MONEY;
import static bankscore.mistakes.SampleSheet.OF_RATINGS;
import static bankscore.mistakes.SampleSheet.PLATFORM;
import static bankscore.mistakes.SampleSheet.POOLS;
import static bankscore.mistakes.SampleSheet.PUBLISHED;
import static bankscore.mistakes.SampleSheet.SERVICE;
import static bankscore.mistakes.SampleSheet.TAX;

import bankscore.mistakes.Mistake.Group;
import bankscore.mistakes.Mistake.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures in the wrong column or row, typed wrongly, or not there. */
final class FigureMistakes {

    private static final String ITS_OWN =
            "each bank's figure is as usual as the other's, and nothing else in the quarter holds it";
    private static final String NEAR = "the wrong figure is near enough to the right one";

    private FigureMistakes() {}

    static List<Kind> kinds() {
        List<Kind> all = new ArrayList<>(columns());
        all.addAll(cells());
        all.addAll(records());
        return all;
    }

    private static List<Kind> columns() {
        return List.of(
                kind("two columns change places", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, CREDIT, CREDIT, PLATFORM, HOLDINGS);
                    String one = sheet == CREDIT ? clerk.pick("C", "D", "G", "I", "H") : sheet == PLATFORM ? "C" : "D";
                    String other = sheet == CREDIT
                            ? (switch (one) {
                                case "C" -> "E";
                                case "D" -> "E";
                                case "G" -> "H";
                                case "I" -> "J";
                                default -> "J";
                            })
                            : sheet == PLATFORM ? "D" : "E";
                    clerk.swap(sheet, one, other, clerk.rows(sheet));
                    return Optional.of(Mistake.in(sheet, one + " and " + other).columns(clerk, sheet, one, other));
                }),
                kind("a column slips down by one row", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_BANKS);
                    String column = clerk.pick(sheet.money);
                    BigDecimal above = clerk.number(sheet, column + sheet.last);
                    for (int row : clerk.rows(sheet)) {
                        BigDecimal own = clerk.number(sheet, column + row);
                        clerk.put(sheet, column + row, above);
                        above = own;
                    }
                    Mistake mistake =
                            Mistake.in(sheet, column + " one row down").columns(clerk, sheet, column);
                    return Optional.of(sheet == CREDIT ? mistake : mistake.knownByHistory(ITS_OWN));
                }),
                kind("a column is copied over its neighbour", clerk -> {
                    String from = clerk.pick("D", "G", "I");
                    String over = String.valueOf((char) (from.charAt(0) + 1));
                    for (int row : clerk.rows(CREDIT)) {
                        clerk.put(CREDIT, over + row, clerk.number(CREDIT, from + row));
                    }
                    return Optional.of(
                            Mistake.in(CREDIT, over + " holds " + from).columns(clerk, CREDIT, from, over));
                }),
                kind("a hidden column or row", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String column = clerk.pick(sheet.money);
                    if (clerk.below(2) == 0) {
                        clerk.sheet(sheet).setColumnHidden(column.charAt(0) - 'A', true);
                    } else {
                        clerk.sheet(sheet)
                                .getRow(clerk.pick(clerk.rows(sheet)) - 1)
                                .setZeroHeight(true);
                    }
                    return Optional.of(Mistake.in(sheet, "hidden").told());
                }),
                kind("merged cells", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_BANKS);
                    String column = clerk.pick(sheet.money);
                    int row = sheet.first + clerk.below(sheet.last - sheet.first);
                    clerk.put(sheet, column + (row + 1), "");
                    clerk.sheet(sheet)
                            .addMergedRegion(org.apache.poi.ss.util.CellRangeAddress.valueOf(
                                    column + row + ":" + column + (row + 1)));
                    return Optional.of(
                            Mistake.in(sheet, column + row + " merged").columns(clerk, sheet, column));
                }),
                kind("the total is stale", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, POOLS);
                    String column = clerk.pick(sheet.money);
                    int total = sheet.last + 1;
                    BigDecimal was = clerk.number(sheet, column + total);
                    String cell = column + clerk.pick(clerk.rows(sheet));
                    BigDecimal figure = clerk.number(sheet, cell);
                    clerk.put(sheet, column + total, was)
                            .put(
                                    sheet,
                                    cell,
                                    figure.multiply(new BigDecimal("1.1")).add(BigDecimal.ONE));
                    return Optional.of(Mistake.in(sheet, cell + " changed, the total not")
                            .columns(clerk, sheet, column)
                            .told());
                }),
                kind("the change since the year's beginning is stale", clerk -> {
                    for (int row : clerk.rows(CREDIT)) {
                        clerk.put(CREDIT, "F" + row, clerk.number(CREDIT, "F" + row));
                    }
                    String cell = clerk.pick("D", "E") + clerk.pick(clerk.rows(CREDIT));
                    BigDecimal figure = clerk.number(CREDIT, cell);
                    clerk.put(
                            CREDIT,
                            cell,
                            figure.multiply(new BigDecimal("1.04")).add(BigDecimal.ONE));
                    return Optional.of(Mistake.in(CREDIT, cell + " changed, F not")
                            .columns(clerk, CREDIT, "F", Reception.column(cell))
                            .told());
                }));
    }

    private static List<Kind> cells() {
        return List.of(
                kind("the decimal point is lost", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String cell = clerk.pick(sheet.money) + clerk.pick(clerk.rows(sheet));
                    BigDecimal figure = clerk.number(sheet, cell);
                    if (figure.signum() == 0) {
                        return Optional.empty();
                    }
                    clerk.put(sheet, cell, figure.multiply(BigDecimal.valueOf(100)));
                    return Optional.of(
                            Mistake.in(sheet, cell + " × 100").columns(clerk, sheet, Reception.column(cell)));
                }),
                kind("a digit too many or too few", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String cell = clerk.pick(sheet.money) + clerk.pick(clerk.rows(sheet));
                    BigDecimal figure = clerk.number(sheet, cell);
                    boolean more = clerk.below(2) == 0;
                    if (figure.signum() == 0) {
                        return Optional.empty();
                    }
                    clerk.put(
                            sheet,
                            cell,
                            more
                                    ? figure.multiply(BigDecimal.TEN)
                                    : figure.divide(BigDecimal.TEN, 2, RoundingMode.HALF_UP));
                    Mistake mistake = Mistake.in(sheet, cell + (more ? " × 10" : " ÷ 10"))
                            .columns(clerk, sheet, Reception.column(cell));
                    return Optional.of(sheet == CREDIT ? mistake : mistake.knownByHistory(ITS_OWN));
                }),
                kind("two digits change places", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String cell = clerk.pick(sheet.money) + clerk.pick(clerk.rows(sheet));
                    String digits = clerk.number(sheet, cell).toPlainString();
                    int at = clerk.below(2);
                    if (digits.length() < 5
                            || digits.charAt(at) == digits.charAt(at + 1)
                            || digits.charAt(at + 1) == '.') {
                        return Optional.empty();
                    }
                    String changed = digits.substring(0, at)
                            + digits.charAt(at + 1)
                            + digits.charAt(at)
                            + digits.substring(at + 2);
                    clerk.put(sheet, cell, new BigDecimal(changed));
                    return Optional.of(Mistake.in(sheet, cell + " " + digits + " typed " + changed)
                            .columns(clerk, sheet, Reception.column(cell))
                            .known(false, NEAR));
                }),
                kind("a figure changed by some percent", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String cell = clerk.pick(sheet.money) + clerk.pick(clerk.rows(sheet));
                    clerk.put(
                            sheet,
                            cell,
                            clerk.number(sheet, cell)
                                    .multiply(BigDecimal.valueOf(97 + clerk.below(7))
                                            .movePointLeft(2))
                                    .setScale(2, RoundingMode.HALF_UP));
                    return Optional.of(Mistake.in(sheet, cell + " a little different")
                            .columns(clerk, sheet, Reception.column(cell))
                            .known(false, NEAR));
                }),
                kind("a figure as text", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String cell = clerk.pick(sheet.money) + clerk.pick(clerk.rows(sheet));
                    String plain = clerk.number(sheet, cell)
                            .setScale(2, RoundingMode.HALF_UP)
                            .toPlainString();
                    String text = clerk.pick(
                            plain.replace('1', '１'),
                            plain.replace(".", " ."),
                            plain.replace('0', 'O'),
                            "约" + plain,
                            plain + "万元",
                            plain.replace('.', ','),
                            "（" + plain + "）");
                    clerk.put(sheet, cell, text);
                    return Optional.of(Mistake.in(sheet, cell + " is “" + text + "”")
                            .columns(clerk, sheet, Reception.column(cell)));
                }),
                kind("a sign too many", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String cell = clerk.pick(sheet.money) + clerk.pick(clerk.rows(sheet));
                    clerk.put(sheet, cell, clerk.number(sheet, cell).negate());
                    return Optional.of(
                            Mistake.in(sheet, cell + " negative").columns(clerk, sheet, Reception.column(cell)));
                }),
                kind("an empty cell", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_MONEY);
                    String cell = clerk.pick(sheet.money) + clerk.pick(clerk.rows(sheet));
                    clerk.put(sheet, cell, "");
                    return Optional.of(
                            Mistake.in(sheet, cell + " empty").columns(clerk, sheet, Reception.column(cell)));
                }),
                kind("the published ratio in another form", clerk -> {
                    String ratio = clerk.pick("0.7797", "128.25", "779.7", "7.797", "0", "87.79", "1.2825");
                    clerk.put(PUBLISHED, "B3", new BigDecimal(ratio));
                    return Optional.of(Mistake.in(PUBLISHED, "published as " + ratio)
                            .columns(clerk, PUBLISHED, "B")
                            .told());
                }),
                kind("the published ratio under another name", clerk -> {
                    String name = clerk.pick("全市平均存贷比", "全市存贷比率", "存贷比", "全市金融机构存贷比", "贷存比");
                    clerk.put(PUBLISHED, "A3", name);
                    return Optional.of(
                            Mistake.in(PUBLISHED, "published as " + name).told());
                }),
                kind("two pools change places", clerk -> {
                    String one = "C" + clerk.pick(3, 4);
                    String other = "C" + clerk.pick(5, 6);
                    BigDecimal first = clerk.number(POOLS, one);
                    clerk.put(POOLS, one, clerk.number(POOLS, other)).put(POOLS, other, first);
                    return Optional.of(Mistake.in(POOLS, one + " and " + other)
                            .columns(clerk, POOLS, "C")
                            .known(other.equals("C6"), "each pool stays between a tenth and ten times what is held"));
                }));
    }

    private static List<Kind> records() {
        return List.of(
                kind("ratings on another scale", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_RATINGS);
                    String factor = clerk.pick("2", "20", "0.1", "0.2");
                    clerk.times(sheet, "D", clerk.rows(sheet), new BigDecimal(factor));
                    return Optional.of(Mistake.in(sheet, "D × " + factor).columns(clerk, sheet, "D"));
                }),
                kind("ratings halved", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_RATINGS);
                    clerk.times(sheet, "D", clerk.rows(sheet), new BigDecimal("0.5"));
                    return Optional.of(Mistake.in(sheet, "D halved").columns(clerk, sheet, "D"));
                }),
                kind("a rating without its point", clerk -> {
                    SampleSheet sheet = clerk.pick(OFFICES, INSTITUTIONS, DISTRICTS);
                    String cell = "D" + clerk.pick(clerk.rows(sheet));
                    clerk.put(sheet, cell, clerk.number(sheet, cell).multiply(BigDecimal.TEN));
                    return Optional.of(Mistake.in(sheet, cell + " × 10").columns(clerk, sheet, "D"));
                }),
                kind("points of a fault too large", clerk -> {
                    String cell = "F" + clerk.pick(clerk.rows(SERVICE));
                    String points = clerk.pick("30", "5.5", "50", "100");
                    clerk.put(SERVICE, cell, new BigDecimal(points));
                    return Optional.of(
                            Mistake.in(SERVICE, cell + " is " + points).columns(clerk, SERVICE, "F"));
                }),
                kind("a fault with a wrong date", clerk -> {
                    String cell = "B" + clerk.pick(clerk.rows(SERVICE));
                    int days = clerk.pick(-365, 365, -3650, 36500);
                    clerk.put(SERVICE, cell, clerk.number(SERVICE, cell).add(BigDecimal.valueOf(days)));
                    return Optional.of(Mistake.in(SERVICE, cell + " off by " + days + " days")
                            .columns(clerk, SERVICE, "B")
                            .told());
                }),
                kind("a wrong kind of fault", clerk -> {
                    String cell = "E" + clerk.pick(clerk.rows(SERVICE));
                    String word = clerk.pick("送单据", "拨付", "其它", "资金拨付不及时");
                    clerk.put(SERVICE, cell, word);
                    return Optional.of(Mistake.in(SERVICE, cell + " is " + word).columns(clerk, SERVICE, "E"));
                }));
    }

    private static Kind kind(String name, Mistake.Act act) {
        return new Kind(Group.FIGURE, name, act);
    }
}
