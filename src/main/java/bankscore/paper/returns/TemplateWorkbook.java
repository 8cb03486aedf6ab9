package bankscore.paper.returns;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.paper.NewDocuments;
import bankscore.paper.workbook.CellText;
import bankscore.paper.workbook.FixedZip;
import bankscore.paper.workbook.PlainStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The blank workbook of one sending office: headings with their unit and what they mean, the register's names, lists to
 * choose from, and last period's figures in grey beside the cells to fill.
 *
 * <p>What stands in it is what the reader accepts: a sheet that is filled and sent back needs no change.
 */
public final class TemplateWorkbook {

    private static final int HEAD = 2;
    private static final int BLANK_ROWS = 300;

    /**
     * What a template is made from.
     *
     * @param subjects in the order of their register, by the id of a register of parties, that of subjects under no id;
     *     possibly none
     * @param last figures of the last published period by the column's name in formulas, then subject; possibly none
     */
    public record Contents(
            Period period,
            List<Dataset> datasets,
            Map<String, List<Subject>> subjects,
            Map<String, Map<String, Fraction>> last) {

        public Contents {
            datasets = List.copyOf(datasets);
            subjects = Map.copyOf(subjects);
            last = Map.copyOf(last);
        }

        /** The register of whose subjects rows may tell; no id is that of subjects. */
        private static String register(Dataset dataset) {
            return dataset.rows() == Dataset.Rows.MEMBER ? dataset.about().orElse("") : "";
        }

        private List<Subject> subjects(String register) {
            return subjects.getOrDefault(register, List.of());
        }
    }

    private final Contents contents;
    private final Words words;
    private final XSSFWorkbook book;
    private final Styles styles;
    private final Sheet lists;
    private int listColumns;

    private TemplateWorkbook(Contents contents, Words words, XSSFWorkbook book, Sheet lists) {
        this.contents = contents;
        this.words = words;
        this.book = book;
        this.styles = new Styles(book);
        this.lists = lists;
    }

    /** Writes the workbook with one sheet per dataset. */
    public static void write(Contents contents, Words words, Path file) throws IOException {
        try (XSSFWorkbook book = NewDocuments.workbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (Dataset dataset : contents.datasets()) {
                book.createSheet(dataset.name());
            }
            Sheet lists = book.createSheet(Dataset.LISTS);
            lists.createRow(0).createCell(0).setCellValue(Dataset.LISTS);
            TemplateWorkbook template = new TemplateWorkbook(contents, words, book, lists);
            Map<String, String> named = new HashMap<>();
            named.put("", template.names(""));
            for (Dataset dataset : contents.datasets()) {
                template.fill(
                        dataset,
                        Objects.requireNonNull(book.getSheet(dataset.name())),
                        named.computeIfAbsent(Contents.register(dataset), template::names));
            }
            book.setSheetHidden(book.getSheetIndex(lists), true);
            book.setActiveSheet(0);
            book.getProperties()
                    .getCoreProperties()
                    .setCreated(Optional.of(Date.from(
                            contents.period().end().atStartOfDay(ZoneOffset.UTC).toInstant())));
            book.write(out);
        }
        // The same blanks are the same bytes, so that the zip they are put into can be made again.
        FixedZip.rewrite(file);
    }

    private String names(String register) {
        return list(contents.subjects(register).stream().map(Subject::label).toList());
    }

    /** Puts words into a column of the hidden sheet and says where they are; empty if there are none. */
    private String list(List<String> choices) {
        if (choices.isEmpty()) {
            return "";
        }
        int column = listColumns++;
        for (int i = 0; i < choices.size(); i++) {
            Row row = lists.getRow(i + 1);
            row = row == null ? lists.createRow(i + 1) : row;
            row.createCell(column).setCellValue(CellText.escaped(choices.get(i)));
        }
        String letters = bankscore.sheet.CellRef.letters(column);
        return "'" + Dataset.LISTS + "'!$" + letters + "$2:$" + letters + "$" + (choices.size() + 1);
    }

    private void fill(Dataset dataset, Sheet sheet, String bankList) {
        Row title = sheet.createRow(0);
        put(title, 0, dataset.name(), styles.title);
        Row facts = sheet.createRow(1);
        put(
                facts,
                0,
                words.text(
                        "template.facts",
                        "year",
                        contents.period().year(),
                        "quarter",
                        words.text("letter.quarter." + contents.period().quarter()),
                        "version",
                        dataset.version()),
                styles.plain);
        Row head = sheet.createRow(HEAD);
        List<Subject> banks = dataset.isOfSubjects() || dataset.rows() == Dataset.Rows.REGISTER
                ? contents.subjects(Contents.register(dataset))
                : List.of();
        int lastRow = HEAD + Math.max(banks.size(), dataset.isOfSubjects() ? 1 : BLANK_ROWS);
        int at = 0;
        for (Column column : dataset.asked()) {
            heading(head, at, column);
            validate(sheet, column, at, lastRow, bankList);
            sheet.setColumnWidth(at, width(column));
            if (column.kind().isLongNumber()) {
                sheet.setDefaultColumnStyle(at, styles.text);
            }
            for (int i = 0; i < banks.size(); i++) {
                Row row = row(sheet, HEAD + 1 + i);
                put(
                        row,
                        at,
                        dataset.rows() == Dataset.Rows.REGISTER
                                ? registered(column, banks.get(i))
                                : named(column, banks.get(i)),
                        styles.entry);
            }
            at++;
            Map<String, Fraction> last = contents.last().getOrDefault(dataset.formulaId(column), Map.of());
            if (dataset.isOfSubjects() && column.kind().isNumeric() && !last.isEmpty()) {
                put(head, at, words.text("template.last", "column", column.name()), styles.grey);
                sheet.setColumnWidth(at, 16 * 256);
                for (int i = 0; i < banks.size(); i++) {
                    Cell cell = put(row(sheet, HEAD + 1 + i), at, "", styles.grey);
                    Optional.ofNullable(last.get(banks.get(i).code()))
                            .flatMap(Fraction::decimal)
                            .map(BigDecimal::doubleValue)
                            .ifPresent(cell::setCellValue);
                }
                at++;
            }
        }
        sheet.createFreezePane(dataset.isOfSubjects() ? 1 : 0, HEAD + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD, HEAD, -1, -1));
        ProblemList.printOnOnePageWidth(sheet);
    }

    private static Row row(Sheet sheet, int index) {
        Row row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private static Cell put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        if (!text.isEmpty()) {
            cell.setCellValue(CellText.escaped(text));
        }
        cell.setCellStyle(style);
        return cell;
    }

    private static String named(Column column, Subject bank) {
        return column.kind() == Column.Kind.SUBJECT ? bank.label() : "";
    }

    /** The register itself is sent filled: the office only keeps it up to date. */
    private static String registered(Column column, Subject bank) {
        Optional<Column.Role> role = column.head().role();
        return role.isEmpty()
                ? ""
                : switch (role.get()) {
                    case CODE -> bank.code();
                    case NAME -> bank.name();
                    case SHORT_NAME -> bank.shortName();
                    case ALIASES -> String.join("、", bank.aliases());
                    case KIND -> bank.kind();
                    case OPENED -> bank.opened().map(Object::toString).orElse("");
                    case ASSESSED -> column.choices().get(bank.assessed() ? 0 : 1);
                    case VALID_FROM, VALID_TO, FILE, CELL, REASON, BY -> "";
                };
    }

    private static int width(Column column) {
        return Math.max(14, Math.min(30, column.name().length() * 2 + 8)) * 256;
    }

    private void heading(Row head, int at, Column column) {
        boolean money = column.kind() == Column.Kind.MONEY;
        Cell cell = put(
                head,
                at,
                money
                        ? words.text(
                                "template.heading",
                                "column",
                                column.name(),
                                "unit",
                                column.amount().kept().text())
                        : column.name(),
                styles.head);
        Set<String> lines = new LinkedHashSet<>();
        lines.add(words.text("template.kind." + column.kind().name()));
        if (column.kind().isNumeric() && column.kind() != Column.Kind.PERCENT) {
            lines.add(words.text("template.flow." + column.amount().flow().name()));
        }
        if (column.kind().isNumeric()) {
            lines.add(
                    words.text("template.negative." + column.amount().negative().name()));
        }
        column.amount()
                .range()
                .ifPresent(range -> lines.add(words.text("template.range", "from", range.from(), "to", range.to())));
        column.ties().partOf().ifPresent(whole -> lines.add(words.text("template.part", "whole", headingOf(whole))));
        column.ties().opens().ifPresent(closed -> lines.add(words.text("template.opens", "closed", headingOf(closed))));
        if (!column.choices().isEmpty()) {
            lines.add(words.text("template.choices", "choices", String.join("、", column.choices())));
        }
        lines.add(words.text(
                column.empty().standIn().isPresent()
                        ? "template.empty"
                        : column.identifying() || column.required() ? "template.required" : "template.figure",
                "empty",
                column.empty().standIn().orElse("")));
        ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
        anchor.setCol1(at);
        anchor.setCol2(at + 3);
        anchor.setRow1(HEAD);
        anchor.setRow2(HEAD + 7);
        Comment comment = head.getSheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setString(book.getCreationHelper().createRichTextString(CellText.plain(String.join("\n", lines))));
        cell.setCellComment(comment);
    }

    private String headingOf(String column) {
        return contents.datasets().stream()
                .flatMap(dataset -> dataset.column(column).stream())
                .map(Column::name)
                .findFirst()
                .orElse(column);
    }

    private void validate(Sheet sheet, Column column, int at, int lastRow, String bankList) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        List<DataValidationConstraint> constraints = new ArrayList<>();
        switch (column.kind()) {
            case CHOICE -> {
                String choices = list(column.choices());
                if (!choices.isEmpty()) {
                    constraints.add(helper.createFormulaListConstraint(choices));
                }
            }
            case SUBJECT -> {
                if (!bankList.isEmpty()) {
                    constraints.add(helper.createFormulaListConstraint(bankList));
                }
            }
            case MONEY, NUMBER, PERCENT -> constraints.add(number(helper, column));
            case DATE ->
                constraints.add(helper.createDateConstraint(
                        OperatorType.BETWEEN, "DATE(1900,1,1)", "DATE(2199,12,31)", "yyyy-mm-dd"));
            default -> {}
        }
        for (DataValidationConstraint constraint : constraints) {
            DataValidation validation =
                    helper.createValidation(constraint, new CellRangeAddressList(HEAD + 1, lastRow, at, at));
            validation.setShowErrorBox(true);
            validation.createErrorBox(
                    column.name(), words.text("template.kind." + column.kind().name()));
            // Names and dates may be written in ways that the list does not know: a warning, no refusal.
            validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
            sheet.addValidationData(validation);
        }
    }

    private static DataValidationConstraint number(DataValidationHelper helper, Column column) {
        if (column.amount().range().isPresent()) {
            return helper.createDecimalConstraint(
                    OperatorType.BETWEEN,
                    column.amount().range().get().from().toString(),
                    column.amount().range().get().to().toString());
        }
        return column.amount().negative() == Column.Negative.ERROR
                ? helper.createDecimalConstraint(OperatorType.GREATER_OR_EQUAL, "0", "")
                : helper.createDecimalConstraint(OperatorType.BETWEEN, "-1E+15", "1E+15");
    }

    /** The few looks of a template. */
    private static final class Styles {

        private final CellStyle title;
        private final CellStyle plain;
        private final CellStyle head;
        private final CellStyle entry;
        private final CellStyle grey;
        private final CellStyle text;

        Styles(XSSFWorkbook book) {
            title = black(book, 16).style();
            plain = black(book, 11).style();
            head = black(book, 11)
                    .wrapped(true)
                    .filled(IndexedColors.PALE_BLUE)
                    .bordered()
                    .style();
            entry = black(book, 11).bordered().style();
            text = black(book, 11).style();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            grey = new PlainStyle(book, 10)
                    .coloured(IndexedColors.GREY_50_PERCENT)
                    .middle()
                    .bordered()
                    .wrapped(true)
                    .style();
        }

        private static PlainStyle black(XSSFWorkbook book, int points) {
            return new PlainStyle(book, points).coloured(IndexedColors.BLACK).middle();
        }
    }
}
