package bankscore.intake.text;

import bankscore.exact.Period;
import bankscore.sheet.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quarter that a text above a header states, such as {@code 2022年第三季度}, {@code 2022年上半年} or {@code
 * 2022年9月末}.
 *
 * <p>Accuses nobody rashly: prose, dates with a day, dates of making, comparisons with last year and texts that state two
 * quarters say nothing. A month after the period's end may be the month of making and says nothing either.
 */
public final class PeriodText {

    private static final int LONGEST = 60;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern CHINESE_YEAR = Pattern.compile("[〇○零一二三四五六七八九]{4}(?=年)");
    private static final Pattern QUARTER = Pattern.compile(
            "(\\d{4})年?度?(?:第|前|(?:1|一)[-—~至到])?(?:([1-4一二三四])季|Q([1-4])(?!\\d))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_HALF = Pattern.compile("(\\d{4})年度?上?半年(?!期)");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})年(?:\\d{1,2}月?[-—~至到])?(\\d{1,2})月(?!\\d|[-—~至到])");
    private static final Pattern UP_TO = Pattern.compile("(?:截至|截止|截止到|至)(\\d{4})年(\\d{1,2})月\\d{1,2}日");
    private static final Pattern POINTED = Pattern.compile("\\((\\d{4})\\.(\\d{1,2})\\)");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年度|年(?![度末初底\\d前后起]))");
    private static final Pattern RULE = Pattern.compile("办法|规定|通知|标准|口径|以来");
    private static final Pattern OTHER_MATTER = Pattern.compile("日期|时间|制表|填表|打印|印发|文件|号|年初|上年|去年|同期|(?<!贷)比|较|以来");

    private PeriodText() {}

    /** The one quarter other than the run's that the text states, if it clearly does. */
    public static Optional<Period> other(String written, Period run) {
        String text = CHINESE_YEAR
                .matcher(PlainText.of(written))
                .replaceAll(year -> year.group()
                        .chars()
                        .map(each -> each == '〇' || each == '○' ? 0 : DIGITS.indexOf(each))
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString());
        if (text.length() > LONGEST || OTHER_MATTER.matcher(text).find()) {
            return Optional.empty();
        }
        Set<Period> stated = new TreeSet<>();
        Matcher quarter = QUARTER.matcher(text);
        while (quarter.find()) {
            String digit = quarter.group(2) == null ? quarter.group(3) : quarter.group(2);
            int number = DIGITS.indexOf(digit) > 0 ? DIGITS.indexOf(digit) : Integer.parseInt(digit);
            Period.parse(quarter.group(1) + "Q" + number).ifPresent(stated::add);
        }
        Matcher half = FIRST_HALF.matcher(text);
        while (half.find()) {
            Period.parse(half.group(1) + "Q2").ifPresent(stated::add);
        }
        for (Pattern pattern : List.of(MONTH, UP_TO, POINTED)) {
            Matcher month = pattern.matcher(text);
            while (month.find()) {
                int number = Integer.parseInt(month.group(2));
                if (number >= 1 && number <= 12) {
                    Period.parse(month.group(1) + "Q" + (number + 2) / 3)
                            .filter(period -> period.compareTo(run) <= 0)
                            .ifPresent(stated::add);
                }
            }
        }
        if (stated.isEmpty()) {
            return earlierYear(text, run);
        }
        return stated.size() == 1
                ? stated.stream().filter(period -> !period.equals(run)).findFirst()
                : Optional.empty();
    }

    /** The fourth quarter of the one year that a text without quarter and month states, if it is over. */
    private static Optional<Period> earlierYear(String text, Period run) {
        Set<Integer> years = new TreeSet<>();
        Matcher year = YEAR.matcher(text);
        while (year.find()) {
            years.add(Integer.parseInt(year.group(1)));
        }
        boolean over = years.size() == 1
                && years.stream().allMatch(each -> each >= 1990 && each < run.year())
                && !RULE.matcher(text).find()
                && !text.matches(".*\\d{1,2}[月日].*");
        return over ? years.stream().map(each -> new Period(each, 4)).findFirst() : Optional.empty();
    }
}
