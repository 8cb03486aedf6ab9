package bankscore.read.xls;

import bankscore.finding.Code;
import bankscore.read.file.Budget;
import bankscore.read.file.Content;
import bankscore.read.file.Damage;
import bankscore.read.file.Family;
import bankscore.read.file.InputFile;
import bankscore.read.file.Limit;
import bankscore.read.file.NumberFormat;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.sheet.CellRef;
import bankscore.sheet.Look;
import bankscore.sheet.MergedRange;
import bankscore.sheet.Place;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;

/** A workbook of Excel 97 to 2003, read record by record. */
public final class XlsWorkbook implements Workbook {

    private static final String STREAM = "Workbook";

    private final POIFSFileSystem file;
    private final Place place;
    private final Budget budget;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Integer> positions = new ArrayList<>();
    private Globals globals = Globals.NONE;

    private XlsWorkbook(POIFSFileSystem file, Place place, Budget budget) {
        this.file = file;
        this.budget = budget;
        this.place = place;
    }

    public static XlsWorkbook open(InputFile input, boolean claimed, Budget budget) throws UnreadableFile {
        Place place = Place.of(input.name(), "");
        POIFSFileSystem file;
        try {
            file = new POIFSFileSystem(input.copy().toFile(), true);
        } catch (IOException | RuntimeException e) {
            throw claimed
                    ? UnreadableFile.damaged(place, Damage.CONTAINER, e)
                    : UnreadableFile.of(Code.N106, place, Content.OLE2.name());
        }
        XlsWorkbook workbook = new XlsWorkbook(file, place, budget);
        try {
            workbook.examine(claimed);
            workbook.scanGlobals();
            workbook.readGlobals();
            return workbook;
        } catch (UnreadableFile e) {
            workbook.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw UnreadableFile.damaged(place, Damage.CONTAINER, e);
        }
    }

    /** What kind of compound file this is. */
    private void examine(boolean claimed) throws UnreadableFile {
        DirectoryNode root = file.getRoot();
        if (root.hasEntry("EncryptedPackage")) {
            throw UnreadableFile.of(Code.E103, place, "PASSWORD");
        }
        if (!root.hasEntry(STREAM)) {
            if (root.hasEntry("Book")) {
                throw UnreadableFile.damaged(place, Damage.OLD_EXCEL);
            }
            throw UnreadableFile.foreign(
                    place,
                    claimed,
                    root.hasEntry("WordDocument")
                            ? Family.WORD.name()
                            : root.hasEntry("PowerPoint Document") ? Family.POWERPOINT.name() : Content.OLE2.name());
        }
        if (root.hasEntry("_VBA_PROJECT_CUR")) {
            throw UnreadableFile.of(Code.E104, place, "MACROS");
        }
    }

    /** Looks at the bare records before POI takes them to heart: for a password, and for how many texts are announced. */
    private void scanGlobals() throws IOException, UnreadableFile {
        try (DataInputStream in = new DataInputStream(file.createDocumentInputStream(STREAM))) {
            long texts = 0;
            int last = -1;
            while (true) {
                budget.step();
                int sid = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
                int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
                if (sid == FilePassRecord.sid) {
                    throw UnreadableFile.of(Code.E103, place, "PASSWORD");
                }
                if (sid == EOFRecord.sid) {
                    return;
                }
                if (sid == SSTRecord.sid || (sid == ContinueRecord.sid && last == SSTRecord.sid)) {
                    last = SSTRecord.sid;
                    texts += length;
                    if (texts > Limit.TEXT_TOTAL.bound()) {
                        throw UnreadableFile.tooLarge(place, Limit.TEXT_TOTAL);
                    }
                } else {
                    last = sid;
                }
                if (sid == SSTRecord.sid && length >= 8) {
                    in.skipNBytes(4);
                    if (Integer.toUnsignedLong(Integer.reverseBytes(in.readInt())) > Limit.TEXTS.bound()) {
                        throw UnreadableFile.tooLarge(place, Limit.TEXTS);
                    }
                    length -= 8;
                }
                in.skipNBytes(length);
            }
        }
    }

    private void readGlobals() throws IOException, UnreadableFile {
        List<BoundSheetRecord> bound = new ArrayList<>();
        Map<Integer, Look> spelled = new HashMap<>();
        List<Integer> formats = new ArrayList<>();
        SSTRecord strings = null;
        boolean from1904 = false;
        try (DocumentInputStream in = file.createDocumentInputStream(STREAM)) {
            RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
            for (Record record = records.nextRecord();
                    record != null && !(record instanceof EOFRecord);
                    record = records.nextRecord()) {
                budget.step();
                if (record instanceof BoundSheetRecord sheet) {
                    bound.add(sheet);
                } else if (record instanceof SSTRecord sst) {
                    strings = sst;
                } else if (record instanceof FormatRecord format) {
                    spelled.put(
                            format.getIndexCode(),
                            NumberFormat.ofText(format.getIndexCode(), format.getFormatString()));
                } else if (record instanceof ExtendedFormatRecord format) {
                    formats.add((int) format.getFormatIndex());
                } else if (record instanceof DateWindow1904Record window) {
                    from1904 = window.getWindowing() == 1;
                }
            }
        }
        List<Look> looks = formats.stream()
                .map(format -> spelled.getOrDefault(format, NumberFormat.ofBuiltIn(format)))
                .toList();
        globals = new Globals(strings, looks, from1904);
        for (BoundSheetRecord sheet : bound) {
            switch (kind(sheet.getPositionOfBof())) {
                case BOFRecord.TYPE_EXCEL_4_MACRO -> throw UnreadableFile.of(Code.E104, place, "MACROS");
                case BOFRecord.TYPE_WORKSHEET -> {
                    boolean hidden = sheet.isHidden() || sheet.isVeryHidden();
                    sheets.add(new Sheet(sheets.size(), sheet.getSheetname(), hidden));
                    positions.add(sheet.getPositionOfBof());
                }
                default -> {}
            }
            if (sheets.size() > Limit.SHEETS.bound()) {
                throw UnreadableFile.tooLarge(place, Limit.SHEETS);
            }
        }
    }

    private int kind(int position) throws IOException {
        try (DocumentInputStream in = at(position)) {
            Record first = new RecordFactoryInputStream(in, false).nextRecord();
            return first instanceof BOFRecord bof ? bof.getType() : BOFRecord.TYPE_CHART;
        }
    }

    private DocumentInputStream at(int position) throws IOException {
        DocumentInputStream in = file.createDocumentInputStream(STREAM);
        if (position < 0 || in.skip(position) != position) {
            throw new IOException("no sheet at " + position);
        }
        return in;
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public Rows rows(Sheet sheet) throws UnreadableFile {
        return XlsRows.open(globals, open(sheet), place(sheet), budget);
    }

    @Override
    public List<MergedRange> mergedRanges(Sheet sheet) throws UnreadableFile {
        List<MergedRange> ranges = new ArrayList<>();
        try (DocumentInputStream in = open(sheet)) {
            RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
            int depth = 0;
            for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
                budget.step();
                if (record instanceof BOFRecord) {
                    depth++;
                } else if (record instanceof EOFRecord && --depth == 0) {
                    break;
                } else if (record instanceof MergeCellsRecord merged) {
                    for (int i = 0; i < merged.getNumAreas(); i++) {
                        CellRangeAddress area = merged.getAreaAt(i);
                        ranges.add(new MergedRange(
                                new CellRef(area.getFirstRow(), area.getFirstColumn()),
                                new CellRef(area.getLastRow(), area.getLastColumn())));
                    }
                    if (ranges.size() > Limit.MERGED_RANGES.bound()) {
                        throw UnreadableFile.tooLarge(place(sheet), Limit.MERGED_RANGES);
                    }
                }
            }
        } catch (RuntimeException e) {
            throw UnreadableFile.damaged(place(sheet), Damage.CONTAINER, e);
        }
        return ranges;
    }

    private DocumentInputStream open(Sheet sheet) throws UnreadableFile {
        try {
            return at(positions.get(sheet.index()));
        } catch (IOException e) {
            throw UnreadableFile.damaged(place(sheet), Damage.CONTAINER, e);
        }
    }

    private Place place(Sheet sheet) {
        return Place.of(place.file(), sheet.name());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
