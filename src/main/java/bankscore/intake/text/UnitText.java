package bankscore.intake.text;

import bankscore.exact.Fraction;
import bankscore.intake.Unit;
import bankscore.sheet.CellValue;
import bankscore.sheet.LookPart;
import bankscore.sheet.PlainText;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a heading's bracket or a unit line says about units. */
public sealed interface UnitText {

    /** A unit of money that the program knows. */
    record Known(Unit unit) implements UnitText {}

    /** A unit of money that it does not know, or two that contradict each other. */
    record Unknown(String text) implements UnitText {}

    /** Units, but none of money, such as 分 and %. */
    record NoMoney() implements UnitText {}

    Pattern PREFIX = Pattern.compile("^(?:金额|货币|计量|数据)?单位:?");
    Pattern LINE = Pattern.compile("单\\s*+位\\s*+[:(为是]\\s*+(([^\\s();,。]*+)[^\\s;。]*+)");
    Pattern AS_UNIT = Pattern.compile("以([^\\s,;。]{1,4})为单位");
    Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)");
    /** What in a title's bracket is meant for a unit of money; （十）, say, may number the table. */
    Pattern IN_TITLE = Pattern.compile("(?:金额|货币|计量|数据)?单位.*|.*元|百?万|千?万|亿");

    Pattern MONEY = Pattern.compile(
            "[^0-9]*元|[^0-9]*[角块]|[十百千万亿]+|[十百千万亿]*(?:美金|港币|英镑|日圆|USD|EUR|HKD|JPY|GBP|RMB|CNY|US\\$|[$¥€£])");
    /** Which currencies are counted: no unit, but it may stand beside one. */
    Pattern SCOPE = Pattern.compile("人民币|本外币|折人民币");

    Pattern OTHER = Pattern.compile("[百千万亿]*[户笔个分家人次天件项]|百分比|百分点|[%‰]");

    /**
     * Reads the text in a bracket, or after 单位：, which may list several units ({@code 万元、分、%}).
     *
     * @return empty if the text states no unit at all
     */
    static Optional<UnitText> read(String content) {
        String text = PREFIX.matcher(PlainText.of(content)).replaceFirst("");
        Set<String> money = new TreeSet<>();
        boolean any = false;
        for (String part : text.split("[、,/;和及()]", -1)) {
            if (part.isEmpty() || SCOPE.matcher(part).matches()) {
                continue;
            }
            String bare = part.replaceFirst("^人民币", "").replaceFirst("人民币$", "").toUpperCase(Locale.ROOT);
            if (!bare.isEmpty() && bare.length() <= 6 && MONEY.matcher(bare).matches()) {
                money.add(bare);
            } else if (!OTHER.matcher(part).matches()) {
                return Optional.empty();
            }
            any = true;
        }
        if (!any) {
            return Optional.empty();
        }
        if (money.isEmpty()) {
            return Optional.of(new NoMoney());
        }
        Optional<Unit> unit = money.size() == 1 ? Unit.of(money.iterator().next()) : Optional.empty();
        return Optional.of(unit.<UnitText>map(Known::new).orElseGet(() -> new Unknown(text)));
    }

    /**
     * Reads a cell above the header such as {@code 单位：万元}; a name after 填报单位： is no unit.
     *
     * @param next the text of the next cell of the row, where the unit stands if this cell ends in 单位：
     */
    static Optional<UnitText> inLine(String cell, String next) {
        String plain = PlainText.of(cell).replaceAll("^\\((.*)\\)$", "$1");
        if (Unit.of(plain).isPresent()
                || (PREFIX.matcher(plain).find() && read(plain).isPresent())) {
            return read(plain);
        }
        Matcher matcher = LINE.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC));
        while (matcher.find()) {
            String stated = matcher.group(1).isEmpty() ? next : matcher.group(1);
            Optional<UnitText> unit = read(stated).or(() -> read(matcher.group(2)));
            if (unit.isPresent()) {
                return unit;
            }
        }
        Matcher as = AS_UNIT.matcher(plain);
        return as.find() ? read(as.group(1)) : Optional.empty();
    }

    /** Each text that may state a unit as a line holds one of these signs, of which no normal form makes another one. */
    String LINE_SIGNS = "位元";

    /**
     * Whether a cell's text, {@linkplain CellValue.Text#plain() as it is compared}, may state a unit as a line. Every cell of a
     * million rows comes by here; what can state one says so or is short.
     */
    static boolean mayBeLine(String plain) {
        return plain.indexOf("单位") >= 0 || (plain.length() <= 5 && plain.indexOf('元') >= 0);
    }

    /** Whether a cell states a unit of money as a line, by itself or with a next one that names one. */
    static boolean statesMoney(CellValue.Text text) {
        return mayBeLine(text.plain()) && inLine(text.shown(), "元").orElse(new NoMoney()) instanceof Known;
    }

    /** Reads the bracket of a title or of a sheet's name that holds nothing but a unit, such as {@code 上缴税收情况表（元）}. */
    static Optional<UnitText> inTitle(String title) {
        Matcher bracket = BRACKET.matcher(PlainText.of(title));
        while (bracket.find()) {
            String content = bracket.group(1);
            Optional<UnitText> unit = IN_TITLE.matcher(content).matches() ? read(content) : Optional.empty();
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.empty();
    }

    /**
     * The unit in which a number is stored whose format names the unit of what it shows: {@code 0!.0,"万元"} shows 38000 as
     * 3.8万元, so that 元 are stored. Of several words the last one counts: {@code 0"万"0000"元"} shows 3万8000元.
     *
     * @return empty if the format names no unit of money; 万 and 亿 alone are ones
     */
    static Optional<UnitText> stored(LookPart part) {
        for (int i = part.words().size() - 1; i >= 0; i--) {
            String word = part.words().get(i);
            String bare = PREFIX.matcher(PlainText.of(word)).replaceFirst("").replaceAll("人民币|整$|[()]", "");
            Optional<Unit> shown = Unit.of(bare).or(() -> Unit.of(bare + "元"));
            if (shown.isPresent()) {
                Fraction wan =
                        shown.get().wan().dividedBy(Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(part.divisor())));
                return Optional.of(Unit.of(wan).<UnitText>map(Known::new).orElseGet(() -> new Unknown(word)));
            }
            if (!bare.isEmpty() && bare.length() <= 6 && bare.endsWith("元")) {
                return Optional.of(new Unknown(word));
            }
        }
        return Optional.empty();
    }
}
