package bankscore.intake.header;

import bankscore.exact.Fraction;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.sheet.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a sheet that no dataset recognises is from one of them.
 *
 * @param at the first cell of the row that comes nearest to the dataset's header
 * @param held how many identifying headings it holds
 * @param columns how many of all its columns it holds
 * @param missing the identifying columns that it lacks
 * @param near the headings nearest to the missing ones that it has instead, joined; empty if there is none
 * @param alike whether each missing heading has one that is nearly alike
 * @param change how much of these differs from the missing ones, added up; 0 if they are not alike
 */
public record NearMiss(
        Dataset dataset,
        Place at,
        int held,
        int columns,
        List<Column> missing,
        String near,
        boolean alike,
        Fraction change) {

    /** The nearer first: fewer missing headings, more that are there, ones nearly alike instead, more likeness. */
    public static final Comparator<NearMiss> NEARER = Comparator.comparingInt(
                    (NearMiss each) -> each.missing().size())
            .thenComparing(each -> -each.held())
            .thenComparing(each -> -each.columns())
            .thenComparing(each -> !each.alike())
            .thenComparing(NearMiss::change);

    public NearMiss {
        missing = List.copyOf(missing);
    }

    /**
     * Whether the sheet was meant for the dataset, as far as its headings tell: it holds two identifying headings and more
     * than it lacks, or all but one, and one that is nearly alike.
     */
    public boolean isMeant() {
        return (held > 1 && missing.size() < held) || (missing.size() == 1 && alike);
    }

    /** The missing headings, joined. */
    public String missingNames() {
        return missing.stream().map(Column::name).collect(Collectors.joining("、"));
    }
}
