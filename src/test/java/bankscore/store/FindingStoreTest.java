package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.sheet.Place;
import bankscore.store.database.Schema;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A finding is stored without words and shown in those of the day. */
class FindingStoreTest {

    private static final Place CELL = new Place("税收.xlsx", "一季度", "C5");

    @TempDir
    Path folder = Path.of("");

    private DataSource source = new DriverManagerDataSource();
    private FindingStore findings = new FindingStore(source);

    @BeforeEach
    void database() throws Exception {
        Path database = folder.resolve("bankscore");
        Schema.build(database);
        source = new DriverManagerDataSource(Schema.url(database));
        findings = new FindingStore(source);
    }

    private static Words words(String verb) {
        return new Words(Map.of(
                "finding.E201.title", "不是数",
                "finding.E201.found", verb + "“{found}”",
                "finding.E201.expected", "应为数",
                "finding.E201.action", "请改 {cell}",
                "finding.message", "{title}：{found}，{expected}。{action}"));
    }

    @Test
    void findings_come_back_as_they_were_whatever_stands_in_their_details() {
        List<Finding> found = List.of(
                Finding.of(Code.E201, CELL)
                        .subject("工商银行")
                        .column("税收")
                        .with("found", "a\tb\\t\r\n𠮷\\")
                        .with("empty", ""),
                Finding.of(Code.N101, Place.of("通讯录.xlsx", "")));

        findings.add(7, "stage", found);
        findings.replace(7, "check", found.subList(0, 1));
        findings.replace(7, "check", found.subList(1, 2));

        assertThat(findings.all(7).stream().map(FindingStore.Stored::finding))
                .containsExactly(found.get(0), found.get(1), found.get(1));
        assertThat(findings.all(8)).isEmpty();
    }

    @Test
    void of_many_findings_of_a_file_the_first_thousand_of_each_level_are_kept_and_the_others_counted() {
        for (Code code : List.of(Code.E201, Code.W203, Code.N102)) {
            List<Finding> many = Collections.nCopies(600, Finding.of(code, CELL));
            findings.add(7, "stage", many);
            findings.add(7, "stage", many);
            findings.add(7, "stage", many);
        }

        assertThat(findings.all(7)).hasSize(3 * 1001);
        assertThat(findings.all(7).stream()
                        .map(FindingStore.Stored::finding)
                        .filter(finding -> finding.place().sheet().isEmpty()))
                .containsExactlyInAnyOrder(counted(Code.E120), counted(Code.W120), counted(Code.N120));
        findings.replace(7, "stage", List.of());
        assertThat(findings.all(7)).isEmpty();
    }

    private static Finding counted(Code code) {
        return Finding.of(code, Place.of("税收.xlsx", "")).with("listed", 1000).with("count", 800);
    }

    @Test
    void the_words_are_those_of_whoever_shows_it() {
        findings.add(7, "stage", List.of(Finding.of(Code.E201, CELL).with("found", "12O")));

        assertThat(findings.all(7).get(0).print(words("写的是")).message()).isEqualTo("不是数：写的是“12O”，应为数。请改 C5");
        assertThat(findings.all(7).get(0).print(words("表中为")).message()).isEqualTo("不是数：表中为“12O”，应为数。请改 C5");
    }

    @Test
    void what_an_earlier_version_stored_in_words_keeps_them() {
        JdbcClient.create(source)
                .sql("INSERT INTO finding (instance, step, code, file, sheet, cell, bank, column_name, found, expected,"
                        + " action, message) VALUES (7, 'stage', 'E201', '税收.xlsx', '一季度', 'C5', '工商银行', '税收', '当时所见',"
                        + " '当时所求', '当时所嘱', '当时的话')")
                .update();

        FindingStore.Stored stored = findings.all(7).get(0);

        assertThat(stored.print(words("写的是")))
                .isEqualTo(new PrintedFinding(Code.E201, CELL, "工商银行", "税收", "当时所见", "当时所求", "当时所嘱", "当时的话", ""));
        assertThat(stored.finding())
                .isEqualTo(Finding.of(Code.E201, CELL).subject("工商银行").column("税收"));
    }
}
