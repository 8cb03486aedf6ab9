package bankscore.read.xls;

import bankscore.sheet.Look;
import java.util.List;
import org.apache.poi.hssf.record.SSTRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of all sheets refer to.
 *
 * @param strings the shared texts, if there are any
 * @param looks the number formats by number
 * @param from1904 whether days are counted from 1904
 */
record Globals(@Nullable SSTRecord strings, List<Look> looks, boolean from1904) {

    static final Globals NONE = new Globals(null, List.of(), false);

    /** The text of a number, or null if there is none. */
    @Nullable
    String string(int index) {
        SSTRecord known = strings;
        return known == null || index < 0 || index >= known.getNumUniqueStrings()
                ? null
                : known.getString(index).getString();
    }

    Look look(int format) {
        return format >= 0 && format < looks.size() ? looks.get(format) : Look.PLAIN;
    }
}
