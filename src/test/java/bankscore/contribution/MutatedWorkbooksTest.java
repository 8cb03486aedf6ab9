package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import bankscore.exact.Period;
import bankscore.finding.Level;
import bankscore.run.EndedRun;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Stopped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks with bytes changed at random: refused with a finding or read as they now stand; never a defect, never a hang. */
@Tag("attack")
class MutatedWorkbooksTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    Path folder = Path.of("");

    @Test
    void two_hundred_mutated_workbooks_end_in_findings_or_a_result() throws Exception {
        mutate(0, 200);
    }

    @Test
    @Tag("long")
    void two_thousand_mutated_workbooks_end_in_findings_or_a_result() throws Exception {
        mutate(200, 2200);
    }

    private void mutate(long from, long to) throws Exception {
        Path input = folder.resolve("input");
        SmallQuarter quarter = new SmallQuarter(new Period(2022, 4));
        quarter.write(input);
        Path file = input.resolve("2022Q4").resolve(SmallQuarter.TAX);
        byte[] whole = Files.readAllBytes(file);
        byte[] old = xls();
        try (Program program = new Program(input, folder.resolve("output"))) {
            Map<?, ?> clean = program.result("2022Q4");
            for (long seed = from; seed < to; seed++) {
                Random dice = new Random(seed * 65537 + 3);
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.resolveSibling("税收.xls"));
                switch (dice.nextInt(3)) {
                    case 0 -> Files.write(file, scratched(whole, dice));
                    case 1 -> Files.write(file, scratchedInside(whole, dice));
                    default -> Files.write(file.resolveSibling("税收.xls"), scratched(old, dice));
                }
                Instant begun = Instant.now();
                EndedRun outcome = check(program, seed);
                assertThat(Duration.between(begun, Instant.now()))
                        .as("seed " + seed)
                        .isLessThan(LONGEST);
                boolean stopped = outcome.findings().stream().anyMatch(finding -> finding.level() == Level.ERROR);
                assertThat(outcome.end()).as("seed " + seed).isEqualTo(stopped ? Stopped.class : Clean.class);
            }
            assertThat(clean).isNotEmpty();
        }
    }

    private static EndedRun check(Program program, long seed) {
        try {
            return program.check("2022Q4");
        } catch (Exception e) {
            return fail("seed " + seed + " ends in a defect", e);
        }
    }

    private static byte[] scratched(byte[] whole, Random dice) {
        byte[] bytes = whole.clone();
        int many = 1 + dice.nextInt(8);
        for (int i = 0; i < many; i++) {
            bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
        }
        return dice.nextInt(10) == 0 ? java.util.Arrays.copyOf(bytes, dice.nextInt(bytes.length) + 1) : bytes;
    }

    /** Changes bytes of a part before it is packed, so that the archive itself is sound. */
    private static byte[] scratchedInside(byte[] whole, Random dice) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        List<String> parts = List.of("sheet1.xml", "sharedStrings.xml", "styles.xml", "workbook.xml", "rels");
        String chosen = parts.get(dice.nextInt(parts.size()));
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(whole));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith(chosen) && content.length > 0) {
                    content = scratched(content, dice);
                }
                CRC32 sum = new CRC32();
                sum.update(content);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] xls() throws Exception {
        try (HSSFWorkbook book = new HSSFWorkbook();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            org.apache.poi.ss.usermodel.Sheet sheet = book.createSheet("税收");
            Object[][] cells = {{"银行名称", "上缴税收"}, {"工商银行", 2602.0}, {"招商银行", 2702.0}, {"浙商银行", 2802.0}};
            for (int i = 0; i < cells.length; i++) {
                org.apache.poi.ss.usermodel.Row row = sheet.createRow(i);
                row.createCell(0).setCellValue(cells[i][0].toString());
                if (cells[i][1] instanceof Double number) {
                    row.createCell(1).setCellValue(number);
                } else {
                    row.createCell(1).setCellValue(cells[i][1].toString());
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
