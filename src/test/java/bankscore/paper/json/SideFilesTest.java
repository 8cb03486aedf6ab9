package bankscore.paper.json;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.PaperFixture;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.sheet.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SideFilesTest {

    @Test
    void findings_are_printed_as_an_array_and_without_an_empty_reason() {
        PrintedFinding finding = new PrintedFinding(
                Code.E206, new Place("a/存贷款.xlsx", "表1", "D7"), "甲银行", "贷款余额", "空", "数字", "请填写", "缺数", "");
        assertThat(new String(FindingsJson.of(List.of(finding), PaperFixture.words()), StandardCharsets.UTF_8))
                .isEqualTo("""
                        [
                          {
                            "code": "E206",
                            "level": "错误",
                            "file": "a/存贷款.xlsx",
                            "sheet": "表1",
                            "cell": "D7",
                            "bank": "甲银行",
                            "column": "贷款余额",
                            "found": "空",
                            "expected": "数字",
                            "action": "请填写",
                            "message": "缺数"
                          }
                        ]
                        """);
        assertThat(new String(FindingsJson.of(List.of(), PaperFixture.words()), StandardCharsets.UTF_8))
                .isEqualTo("[]\n");
    }

    @Test
    void the_manifest_names_everything_that_went_in_and_came_out() {
        ManifestJson.Manifest manifest = new ManifestJson.Manifest(
                PaperFixture.run().withCode("3F9A20C1"),
                new Period(2022, 4),
                "shangrao-2022",
                "d".repeat(64),
                List.of(new ManifestJson.Published("result.json", "e".repeat(64), 9)),
                "1".repeat(64),
                Map.of("plan_row", "2".repeat(64)),
                PaperFixture.STARTED.plusSeconds(4),
                "f".repeat(64));
        assertThat(new String(ManifestJson.of(manifest), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "run": "run-1",
                          "period": "2022Q4",
                          "revision": 1,
                          "code": "3F9A20C1",
                          "jurisdiction": "上饶市",
                          "scheme": {
                            "id": "shangrao-2022",
                            "sha256": "%s"
                          },
                          "configuration": "%s",
                          "inputs": [
                            {
                              "name": "税务/税收.xlsx",
                              "sha256": "%s",
                              "size": 4711
                            },
                            {
                              "name": "人行/存贷款.xlsx",
                              "sha256": "%s",
                              "size": 12345
                            }
                          ],
                          "files": [
                            {
                              "name": "result.json",
                              "sha256": "%s",
                              "size": 9
                            }
                          ],
                          "identity": "%s",
                          "stored": {
                            "plan_row": "%s"
                          },
                          "version": "0.1.0",
                          "user": "张三",
                          "machine": "PC-07",
                          "started": "2023-01-18T09:30:00+08:00",
                          "finished": "2023-01-18T09:30:04+08:00",
                          "chainHead": "%s"
                        }
                        """.formatted(
                                "d".repeat(64),
                                "c".repeat(64),
                                "b".repeat(64),
                                "a".repeat(64),
                                "e".repeat(64),
                                "1".repeat(64),
                                "2".repeat(64),
                                "f".repeat(64)));
    }
}
