package bankscore.intake.text;

import bankscore.exact.Period;
import bankscore.sheet.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text above a header, or the name of a sheet, states of the period of its figures, such as {@code 2022年第三季度},
 * {@code 2022年1—11月}, {@code 截至11月30日} or {@code 2022年度}.
 *
 * <p>Accuses nobody rashly: prose, dates with a day, dates of making, comparisons with last year and texts that state two
 * periods say nothing.
 *
 * @param shown the words that state it
 * @param shape how it is stated
 * @param dated whether the year stands in the text; otherwise it is that of the run
 * @param year the year in which it ends
 * @param from its first month, from 1; 0 where nothing is said of a start
 * @param to its last month; 12 where a year is stated alone
 * @param part whether it says that only a month or a quarter is counted (当月, 当季) and that is less than the year so far
 * @param cumulative whether it says that all of the year is counted (累计)
 */
public record PeriodText(
        String shown, Shape shape, boolean dated, int year, int from, int to, boolean part, boolean cumulative) {

    /** How a period is stated. */
    public enum Shape {
        /** A year alone. */
        YEAR,
        /** A quarter, which names the period and says nothing of a start. */
        QUARTER,
        /** A month, or a span of months. */
        MONTHS,
        /** A month or day up to which something is counted. */
        UNTIL
    }

    private static final int LONGEST = 60;
    private static final int LONGEST_WRITTEN = 1000;
    private static final String DIGITS = "零一二三四五六七八九";

    private static final String TO = "(?:[-—–~]{1,2}|至|到)";
    private static final String YEAR = "(?:(\\d{4})年度?)?";
    private static final String MONTH = "(?<!\\d)(\\d{1,2})";
    /** A date or period behind a word of comparison. */
    private static final String COMPARED =
            "(?:\\d{4}年度?)?(?:第?[1-4一二三四]季度?|上?半年度?|(?:\\d{1,2}月?" + TO + ")?\\d{1,2}月份?)?[末底初]?(?:\\d{1,2}日)?(?:同期)?";

    private static final Pattern MAY_STATE = Pattern.compile("[年月季Qq]|\\d{4}[./-]\\d|\\d{6}");
    private static final Pattern CHINESE_YEAR = Pattern.compile("[〇○零一二三四五六七八九]{4}(?=年)");
    /** A number that cannot be the end of another word, such as 统一 in 统一月报. */
    private static final Pattern CHINESE_NUMBER = Pattern.compile(
            "(?<![\\x{4e00}-\\x{9fff}&&[^年第前至到止]])(?:十[一二]?|[一二三四五六七八九])(?=个?月|" + TO + "第?(?:十|[一二三四五六七八九]))");

    private static final Pattern VERSION = Pattern.compile("模板版本:?[0-9A-Za-z.-]{1,20}");
    private static final Pattern DAY_IN_SIGNS = Pattern.compile(
            "(?<!\\d)(?:(\\d{4})([./-])(\\d{1,2})\\2(\\d{1,2})|(20\\d{2})(0[1-9]|1[0-2])([0-3]\\d))(?!\\d)");
    private static final Pattern SPAN_IN_SIGNS =
            Pattern.compile("(?<!\\d)(\\d{4})\\.(\\d{1,2})" + TO + "(\\d{1,2})月?(?![\\d.年])");
    private static final Pattern MONTH_IN_SIGNS = Pattern.compile("(?<!\\d)(?:(\\d{4})[./](0?[1-9]|1[0-2])"
            + "|(\\d{4})-(0[1-9]|1[0-2])|(20\\d{2})(0[1-9]|1[0-2]))月?(?![\\d./])");

    private static final Pattern RULE = Pattern.compile("办法|规定|通知|标准|口径|细则|意见|条例|决定|报送|上报");
    private static final Pattern OTHER_MATTER = Pattern.compile("印发|文件|〕|\\d号|第\\d+期|版本");
    private static final Pattern MAKING = Pattern.compile("日期|时间|制表|填表|打印");
    private static final Pattern DEADLINE = Pattern.compile("(?:报送|上报|申报|提交|回复|反馈)(?:日期|时间)?截");
    private static final Pattern OF_OTHERS = Pattern.compile("同比|环比|\\d{4}年度?同期|" + COMPARED + "以来|(?:(?<!贷)比|较|与)"
            + COMPARED + "|(?:上年|去年|前年|年初|期初|上期|上季|上月|同期)[数末]?[为是:(]?" + COMPARED);

    private static final Pattern SPAN = Pattern.compile(
            YEAR + MONTH + "(?:月(?:份|度)?)?(?:\\d{1,2}日)?" + TO + YEAR + MONTH + "月(?:份|度|末|底)?(?:\\d{1,2}日)?");
    private static final Pattern UNTIL =
            Pattern.compile("(?:截[至止](日期|时间|日)?:?(?:到|至)?|至(?=\\d{4}年))" + YEAR + MONTH + "月份?[末底]?(?:\\d{1,2}日)?");
    private static final Pattern UNTIL_YEAR = Pattern.compile("(?:截[至止](?:到|至)?)?(\\d{4})年度?[末底]");
    private static final Pattern FIRST_MONTHS = Pattern.compile(YEAR + "前(\\d{1,2})个?月");
    private static final Pattern DAY = Pattern.compile(YEAR + MONTH + "月\\d{1,2}日");
    private static final Pattern HALF = Pattern.compile("(?:(\\d{4})年度?)?([上下])半年度?(?!期)|(\\d{4})年度?半年度?(?!期)");
    private static final Pattern QUARTERS =
            Pattern.compile("(?:(?<year>\\d{4})年度?|(?<![每各任同逐\\d]))第?(?:(?<first>前)|(?<from>[1-4一二三四])季?度?" + TO
                    + ")?第?(?<to>[1-4一二三四])季(?<full>度)?(?<end>末)?");
    private static final Pattern Q =
            Pattern.compile("(?:(\\d{4})年?|(?<![A-Za-z0-9]))Q([1-4])(?![0-9A-Za-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_MONTH = Pattern.compile(YEAR + MONTH + "月(?:份|度)?([末底])?(?![\\d初起前报])");
    private static final Pattern ONLY_YEAR = Pattern.compile("(\\d{4})(?:年度|年(?![度末初底\\d前后起以]))");
    private static final Pattern ANY_YEAR = Pattern.compile("(\\d{4})年");
    private static final Pattern PART = Pattern.compile("[当单][月季]|本[月季]度?(?=数|\\)|$|合计|发生)");
    private static final Pattern CUMULATIVE = Pattern.compile("累计|累积");

    /** The one period that a text clearly states. */
    public static Optional<PeriodText> of(String written, Period run) {
        if (written.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        String plain = PlainText.of(written);
        if (!MAY_STATE.matcher(plain).find()) {
            return Optional.empty();
        }
        String text = VERSION.matcher(inDigits(plain)).replaceAll("");
        if (text.length() > LONGEST
                || OTHER_MATTER.matcher(text).find()
                || DEADLINE.matcher(text).find()) {
            return Optional.empty();
        }
        return new Reading(text, run).result();
    }

    /** Years and months in figures, and dates that are parted by signs as if they were written in words. */
    private static String inDigits(String plain) {
        String years = CHINESE_YEAR
                .matcher(plain)
                .replaceAll(year -> year.group()
                        .chars()
                        .map(each -> each == '〇' || each == '○' ? 0 : DIGITS.indexOf(each))
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString());
        String numbers =
                CHINESE_NUMBER.matcher(years).replaceAll(number -> Integer.toString(ofChinese(number.group())));
        String days = DAY_IN_SIGNS
                .matcher(numbers)
                .replaceAll(day -> day.group(1) == null
                        ? day.group(5) + "年" + day.group(6) + "月" + day.group(7) + "日"
                        : day.group(1) + "年" + day.group(3) + "月" + day.group(4) + "日");
        String spans = SPAN_IN_SIGNS.matcher(days).replaceAll("$1年$2-$3月");
        return MONTH_IN_SIGNS.matcher(spans).replaceAll(month -> {
            int group = month.group(1) != null ? 1 : month.group(3) != null ? 3 : 5;
            return month.group(group) + "年" + month.group(group + 1) + "月";
        });
    }

    private static int ofChinese(String chinese) {
        if (chinese.charAt(0) != '十') {
            return DIGITS.indexOf(chinese);
        }
        return 10 + (chinese.length() == 1 ? 0 : DIGITS.indexOf(chinese.substring(1)));
    }

    /** Whether it ends later than a period does. */
    public boolean isAfter(Period period) {
        return year * 12 + to > period.year() * 12 + period.quarter() * 3;
    }

    /** The quarter in which it ends. */
    public Period quarter() {
        return new Period(year, (to + 2) / 3);
    }

    /** A text while what it states is taken out of it, the longer statements first. */
    private static final class Reading {

        private final Period run;
        private final String whole;
        private final Optional<Integer> only;
        private final boolean part;
        private final boolean cumulative;
        private final List<PeriodText> stated = new ArrayList<>();
        private String text;

        Reading(String text, Period run) {
            this.run = run;
            this.whole = text;
            this.text = OF_OTHERS.matcher(text).replaceAll("#");
            Matcher alone = PART.matcher(text);
            this.part = alone.find() && (run.quarter() > 1 || alone.group().contains("月"));
            this.cumulative = CUMULATIVE.matcher(text).find();
            TreeSet<Integer> years = new TreeSet<>();
            Matcher year = ANY_YEAR.matcher(this.text);
            while (year.find()) {
                years.add(Integer.parseInt(year.group(1)));
            }
            this.only = years.size() == 1 ? Optional.of(years.first()) : Optional.empty();
        }

        Optional<PeriodText> result() {
            boolean making = MAKING.matcher(whole).find();
            take(SPAN, this::span);
            take(UNTIL, this::until);
            take(FIRST_MONTHS, at -> stated(at, Shape.MONTHS, at.group(1), 1, number(at.group(2))));
            take(DAY, at -> Optional.empty());
            if (!making) {
                take(UNTIL_YEAR, this::endOfYear);
                take(HALF, this::half);
                take(QUARTERS, this::quarters);
                take(Q, at -> stated(at, Shape.QUARTER, at.group(1), 0, number(at.group(2)) * 3));
                take(ONE_MONTH, this::month);
                if (stated.isEmpty() && !RULE.matcher(whole).find()) {
                    take(ONLY_YEAR, at -> stated(at, Shape.YEAR, at.group(1), 0, 12));
                }
            }
            if (stated.isEmpty() && part) {
                return Optional.of(new PeriodText(
                        whole, Shape.QUARTER, false, run.year(), 0, run.quarter() * 3, true, cumulative));
            }
            boolean one = stated.stream()
                            .map(each -> each.year() * 12 + each.to())
                            .distinct()
                            .count()
                    == 1;
            // Of two ways to say the same the one that says more of its start: 四季度（10-12月）.
            return one
                    ? stated.stream().reduce((first, second) -> second.from() > first.from() ? second : first)
                    : Optional.empty();
        }

        private void take(Pattern pattern, Function<Matcher, Optional<PeriodText>> statement) {
            Matcher matcher = pattern.matcher(text);
            StringBuilder rest = new StringBuilder();
            while (matcher.find()) {
                statement.apply(matcher).ifPresent(stated::add);
                matcher.appendReplacement(rest, "#");
            }
            matcher.appendTail(rest);
            text = rest.toString();
        }

        private Optional<PeriodText> span(Matcher at) {
            String end = at.group(3) == null ? at.group(1) : at.group(3);
            boolean overYears =
                    at.group(1) != null && at.group(3) != null && !at.group(1).equals(at.group(3));
            return stated(at, Shape.MONTHS, end, overYears ? 13 : number(at.group(2)), number(at.group(4)));
        }

        /** A day behind 截止日期 after the period's end is the last day for sending. */
        private Optional<PeriodText> until(Matcher at) {
            return stated(at, Shape.UNTIL, at.group(2), 0, number(at.group(3)))
                    .filter(until -> at.group(1) == null || !until.isAfter(run));
        }

        /** The end of last year is what figures of the year's beginning are of. */
        private Optional<PeriodText> endOfYear(Matcher at) {
            return stated(at, Shape.UNTIL, at.group(1), 0, 12).filter(end -> end.year() != run.year() - 1);
        }

        private Optional<PeriodText> half(Matcher at) {
            boolean second = "下".equals(at.group(2));
            String year = at.group(2) == null ? at.group(3) : at.group(1);
            return stated(at, Shape.MONTHS, year, second ? 7 : 1, second ? 12 : 6);
        }

        private Optional<PeriodText> quarters(Matcher at) {
            String year = at.group("year");
            boolean end = at.group("end") != null;
            if (year == null && at.group("full") == null && !end) {
                return Optional.empty();
            }
            int to = number(at.group("to")) * 3;
            if (at.group("first") != null) {
                return stated(at, Shape.MONTHS, year, 1, to);
            }
            return at.group("from") == null
                    ? stated(at, end ? Shape.UNTIL : Shape.QUARTER, year, 0, to)
                    : stated(at, Shape.MONTHS, year, number(at.group("from")) * 3 - 2, to);
        }

        /** A month after the period's end that stands alone is the month of making. */
        private Optional<PeriodText> month(Matcher at) {
            boolean end = at.group(3) != null;
            int month = number(at.group(2));
            boolean alone = at.group(1) != null
                    && at.group().length() == whole.replaceAll("[()]", "").length();
            return stated(at, end ? Shape.UNTIL : Shape.MONTHS, at.group(1), end ? 0 : month, month)
                    .filter(one -> !alone || !one.isAfter(run));
        }

        private static int number(String digits) {
            int chinese = DIGITS.indexOf(digits);
            return chinese > 0 ? chinese : Integer.parseInt(digits);
        }

        private Optional<PeriodText> stated(Matcher at, Shape shape, @Nullable String year, int from, int to) {
            int known = year == null ? only.orElse(run.year()) : Integer.parseInt(year);
            boolean dated = year != null || only.isPresent();
            return to < 1 || to > 12 || known < 1990 || known > 2199
                    ? Optional.empty()
                    : Optional.of(new PeriodText(at.group(), shape, dated, known, from, to, part, cumulative));
        }
    }
}
