package bankscore.intake.table.earlier;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.AgainstEarlier;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One column of one sheet, and what stood in it before.
 *
 * @param against how it is held against earlier periods
 * @param values in the order of the rows; cells without a number are left out
 */
record PastColumn(SheetHeader header, HeaderColumn column, AgainstEarlier against, List<Value> values) {

    PastColumn {
        values = List.copyOf(values);
    }

    /**
     * A figure of now and of then.
     *
     * @param figure its first cell
     * @param subject as the earlier period knew it by; empty where the row names none
     * @param before in the latest earlier period that has the table; absent: nothing was there
     */
    record Value(Fact figure, String subject, Fraction now, Optional<Fraction> before) {

        boolean isSame() {
            return before.filter(now::equals).isPresent();
        }
    }

    String id() {
        return column.column().id();
    }

    /** The heading's cell. */
    Place place() {
        return header.headingOf(column);
    }

    boolean isYtd() {
        return column.column().amount().flow() == Column.Flow.YTD;
    }

    /** The column whose closing figures of last year it repeats. */
    Optional<String> opens() {
        return column.column().ties().opens();
    }

    /** The column whose figures of last year's same quarter it repeats. */
    Optional<String> samePeriod() {
        return column.column().ties().samePeriod();
    }

    /** Whether two columns repeat the same closing figures in the fourth quarter: last year's end was a year ago then. */
    static boolean areSameInTheYearsEnd(PastColumn one, PastColumn other) {
        return (one.opens().isPresent() && one.opens().equals(other.samePeriod()))
                || (other.opens().isPresent() && other.opens().equals(one.samePeriod()));
    }

    /** Whether its figures are of their own quarter: no opening figure, target or part that is there until some day. */
    boolean isOfItsQuarter() {
        return opens().isEmpty()
                && column.column().ties().until().isEmpty()
                && column.column().amount().flow() != Column.Flow.YEAR;
    }

    List<Value> notZero() {
        return values.stream().filter(value -> !value.now().isZero()).toList();
    }

    /** By the subjects that had a figure before too. */
    Map<String, Value> bySubject() {
        return values.stream()
                .filter(value -> value.before().isPresent())
                .collect(Collectors.toMap(Value::subject, value -> value, (first, second) -> first));
    }

    String shown(Fraction value) {
        return column.inUnit(value).toString();
    }

    /** One finding for columns of one sheet, at the first one's heading. */
    static Finding accuse(Code code, List<PastColumn> columns) {
        PastColumn first = columns.get(0);
        return Finding.of(code, first.place())
                .column(columns.stream().map(each -> each.column().heading()).collect(Collectors.joining("、")));
    }
}
