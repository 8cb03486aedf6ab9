package bankscore.read.xlsx;

import bankscore.finding.Code;
import bankscore.read.file.Budget;
import bankscore.read.file.Content;
import bankscore.read.file.Damage;
import bankscore.read.file.Family;
import bankscore.read.file.InputFile;
import bankscore.read.file.Limit;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.sheet.CellValue;
import bankscore.sheet.LookPart;
import bankscore.sheet.MergedRange;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A workbook of Office Open XML, in the transitional or the strict edition. */
public final class XlsxWorkbook implements Workbook {

    private final PackageParts parts;
    private final Place place;
    private final List<Sheet> sheets;
    private final List<String> sheetParts;
    private final SharedContent shared;

    private XlsxWorkbook(
            PackageParts parts, Place place, List<Sheet> sheets, List<String> sheetParts, SharedContent shared) {
        this.parts = parts;
        this.place = place;
        this.sheets = List.copyOf(sheets);
        this.sheetParts = List.copyOf(sheetParts);
        this.shared = shared;
    }

    public static XlsxWorkbook open(InputFile file, boolean claimed, Budget budget) throws UnreadableFile {
        Place place = Place.of(file.name(), "");
        PackageParts parts;
        try {
            parts = PackageParts.open(file.copy(), place, budget);
        } catch (UnreadableFile e) {
            // A broken archive that never claimed to be a workbook is nobody's loss.
            throw claimed ? e : UnreadableFile.of(Code.N106, place, Content.ZIP.name());
        }
        try {
            return open(parts, place, claimed);
        } catch (UnreadableFile e) {
            parts.close();
            throw e;
        }
    }

    private static XlsxWorkbook open(PackageParts parts, Place place, boolean claimed) throws UnreadableFile {
        Family family = parts.family();
        switch (family) {
            case WORD, POWERPOINT -> throw UnreadableFile.foreign(place, claimed, family.name());
            case OTHER -> throw UnreadableFile.foreign(place, claimed, Content.ZIP.name());
            default -> {}
        }
        if (family == Family.SPREADSHEET_WITH_MACROS || parts.hasMacros()) {
            throw UnreadableFile.of(Code.E104, place, "MACROS");
        }
        if (family == Family.BINARY_SPREADSHEET) {
            throw UnreadableFile.damaged(place, Damage.XLSB);
        }
        String main = PackageParts.first(parts.relations(""), "officeDocument")
                .orElseThrow(() -> UnreadableFile.damaged(place, Damage.PART_MISSING))
                .part();
        List<PackageParts.Relation> relations = parts.relations(main);
        Map<String, PackageParts.Relation> byId = new HashMap<>();
        relations.forEach(relation -> byId.put(relation.id(), relation));

        List<Sheet> sheets = new ArrayList<>();
        List<String> sheetParts = new ArrayList<>();
        boolean from1904 = false;
        try (XmlPart workbook = parts.openDescription(main)) {
            workbook.nextChild(0);
            while (workbook.nextChild(1)) {
                if (workbook.is("workbookPr")) {
                    from1904 = workbook.isTrue("date1904");
                } else if (workbook.is("sheets")) {
                    while (workbook.nextChild(2, "sheet")) {
                        PackageParts.Relation relation = byId.get(workbook.relationId());
                        if (relation == null || !parts.has(relation.part())) {
                            throw UnreadableFile.damaged(place, Damage.PART_MISSING);
                        }
                        if (relation.kind().equals("worksheet")) {
                            String name = workbook.attribute("name", "");
                            boolean hidden =
                                    !workbook.attribute("state", "visible").equals("visible");
                            sheets.add(new Sheet(sheets.size(), name, hidden));
                            sheetParts.add(relation.part());
                        }
                        if (sheets.size() > Limit.SHEETS.bound()) {
                            throw UnreadableFile.tooLarge(place, Limit.SHEETS);
                        }
                    }
                }
            }
        }
        if (Set.copyOf(sheetParts).size() < sheetParts.size()) {
            throw UnreadableFile.damaged(place, Damage.SHARED_PART);
        }
        NumberFormats styles = NumberFormats.NONE;
        String stylesPart = PackageParts.first(relations, "styles")
                .map(PackageParts.Relation::part)
                .orElse("");
        if (parts.has(stylesPart)) {
            try (XmlPart part = parts.open(stylesPart, place)) {
                styles = NumberFormats.read(part);
            }
        }
        String stringsPart = PackageParts.first(relations, "sharedStrings")
                .map(PackageParts.Relation::part)
                .orElse("");
        return new XlsxWorkbook(
                parts, place, sheets, sheetParts, new SharedContent(parts, place, stringsPart, styles, from1904));
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public Rows rows(Sheet sheet) throws UnreadableFile {
        return XlsxRows.open(shared, openPart(sheet));
    }

    @Override
    public boolean mayHold(Sheet sheet, String signs, Predicate<CellValue.Text> text, Predicate<LookPart> format)
            throws UnreadableFile {
        if (shared.mayHold(text, format)) {
            return true;
        }
        Place at = Place.of(place.file(), sheet.name());
        if (parts.surelyHoldsNone(sheetParts.get(sheet.index()), at, signs, text)) {
            return false;
        }
        try (XmlPart part = openPart(sheet)) {
            return XlsxRows.holdsText(part, text);
        }
    }

    @Override
    public List<MergedRange> mergedRanges(Sheet sheet) throws UnreadableFile {
        List<MergedRange> ranges = new ArrayList<>();
        try (XmlPart part = openPart(sheet)) {
            part.nextChild(0);
            while (part.nextChild(1, "mergeCells")) {
                while (part.nextChild(2, "mergeCell")) {
                    ranges.add(range(part.attribute("ref", ""), part.place()));
                    if (ranges.size() > Limit.MERGED_RANGES.bound()) {
                        throw UnreadableFile.tooLarge(part.place(), Limit.MERGED_RANGES);
                    }
                }
            }
        }
        return ranges;
    }

    private static MergedRange range(String ref, Place at) throws UnreadableFile {
        int colon = ref.indexOf(':');
        try {
            return new MergedRange(
                    A1.parse(colon < 0 ? ref : ref.substring(0, colon), at), A1.parse(ref.substring(colon + 1), at));
        } catch (IllegalArgumentException e) {
            throw UnreadableFile.damaged(at, Damage.ADDRESS, e);
        }
    }

    private XmlPart openPart(Sheet sheet) throws UnreadableFile {
        return parts.open(sheetParts.get(sheet.index()), Place.of(place.file(), sheet.name()));
    }

    @Override
    public void close() {
        parts.close();
    }
}
