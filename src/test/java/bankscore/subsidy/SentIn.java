package bankscore.subsidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.JsonNode;

/** The sample's workbooks, read past the program. */
final class SentIn {

    private SentIn() {}

    /** What stands below a heading in any workbook of a period. */
    static Set<String> column(String period, String heading) throws Exception {
        Set<String> found = new TreeSet<>();
        for (Path file : workbooks(period)) {
            try (Workbook book = open(file)) {
                for (Sheet sheet : book) {
                    int column = -1;
                    for (Row row : sheet) {
                        if (column < 0) {
                            column = find(row, heading);
                        } else {
                            found.add(new DataFormatter()
                                    .formatCellValue(row.getCell(column))
                                    .strip());
                        }
                    }
                }
            }
        }
        found.removeIf(each -> !each.matches("[0-9]{12,}X?"));
        return found;
    }

    private static int find(Row row, String heading) {
        for (Cell cell : row) {
            if (new DataFormatter().formatCellValue(cell).contains(heading)) {
                return cell.getColumnIndex();
            }
        }
        return -1;
    }

    /** What the office wrote as the premium paid in the row that a line says it comes from. */
    static String premium(String period, JsonNode line) {
        JsonNode place = line.get("place");
        try (Workbook book = open(Path.of("input", period, place.get("file").asString()))) {
            Sheet sheet = book.getSheet(place.get("sheet").asString());
            int column = -1;
            for (int row = 0; column < 0; row++) {
                column = find(sheet.getRow(row), "实缴保费");
            }
            int row = new CellReference(place.get("cell").asString()).getRow();
            return BigDecimal.valueOf(sheet.getRow(row).getCell(column).getNumericCellValue())
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Workbook open(Path file) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    static List<Path> workbooks(String period) throws Exception {
        try (Stream<Path> all = Files.walk(Path.of("input", period))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
