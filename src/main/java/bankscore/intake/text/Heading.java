package bankscore.intake.text;

import bankscore.sheet.PlainText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading as it is compared.
 *
 * @param whole NFKC, without white space and line breaks, all brackets round ones
 * @param text the same without a bracket or a last word that states a unit: {@code 贷款余额（万元）} gives 贷款余额
 * @param core the whole without the bracket {@code （本外币）}, which says what the figures are anyway (D22); any
 *     other bracket, such as {@code （2021年）}, may make it another figure and is kept
 * @param unit what the bracket or the last word states, if one states a unit
 */
public record Heading(String whole, String text, String core, Optional<UnitText> unit) {

    /** A unit without a bracket: {@code 贷款余额/亿元}, {@code 贷款余额 亿元}. */
    private static final Pattern BEHIND = Pattern.compile("[-/:,_、]?([百千万亿]{1,2}元)$|[-/:,_、](元)$");

    /** A longer text heads nothing. */
    public static final int LONGEST = 100;

    private static final Pattern WHITE = Pattern.compile("\\s+");

    private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)");

    public static Heading of(String written) {
        String whole = PlainText.of(written);
        boolean bare = whole.indexOf('(') < 0;
        if (bare && !whole.endsWith("元")) {
            return new Heading(whole, whole, whole, Optional.empty());
        }
        Optional<UnitText> unit = Optional.empty();
        StringBuilder text = new StringBuilder();
        Matcher bracket = BRACKET.matcher(whole);
        while (bracket.find()) {
            Optional<UnitText> stated = UnitText.read(bracket.group(1));
            bracket.appendReplacement(text, Matcher.quoteReplacement(stated.isPresent() ? "" : bracket.group()));
            unit = unit.isPresent() ? unit : stated;
        }
        bracket.appendTail(text);
        Matcher behind = BEHIND.matcher(text);
        if (unit.isEmpty() && behind.find()) {
            unit = UnitText.read(behind.group(1) == null ? behind.group(2) : behind.group(1));
            text.setLength(behind.start());
        }
        return new Heading(whole, text.toString(), whole.replace("(本外币)", ""), unit);
    }

    /** The heading as the sender wrote it, in one line. */
    public static String inOneLine(String written) {
        return WHITE.matcher(written)
                .replaceAll(white -> white.group().chars().anyMatch(each -> each == '\r' || each == '\n') ? "" : " ")
                .strip();
    }
}
