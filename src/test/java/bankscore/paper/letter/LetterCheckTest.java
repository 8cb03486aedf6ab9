package bankscore.paper.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker of letters finds what it is there for, and nothing in a letter that is right. */
class LetterCheckTest {

    private static final List<Map.Entry<String, String>> RIGHT = List.of(
            Map.entry("DocumentNumber", "饶财库〔2023〕1号\t签发人：张三"),
            Map.entry("Title", "上饶市财政局关于某事的请示"),
            Map.entry("Draft", "（送审稿）"),
            Map.entry("Addressee", "市人民政府："),
            Map.entry("Heading1", "一、依据"),
            Map.entry("BodyText", "2023年1月5日共安排12.50万元（见附件1）。"),
            Map.entry("Heading1", "二、结果"),
            Map.entry("BodyText", "妥否，请批示。"),
            Map.entry("AttachmentNote", "附件：1. 甲表"),
            Map.entry("AttachmentNoteNext", "2. 乙表"),
            Map.entry("SignedOn", "2023年1月5日"),
            Map.entry("BodyText", "（联系人：李四，电话：8200000）"),
            Map.entry("AttachmentLabel", "附件1"),
            Map.entry("AttachmentTitle", "甲表"),
            Map.entry("AttachmentLabel", "附件2"),
            Map.entry("AttachmentTitle", "乙表"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_letter_that_is_right_has_no_problem() throws Exception {
        assertThat(problems("", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "饶财库〔2023〕1号 | 饶财库[2023]1号 | the number of",
                "饶财库〔2023〕1号 | 饶财库〔2023〕01号 | the number of",
                "饶财库〔2023〕1号 | 饶财库〔2023〕第1号 | the number of",
                "签发人：张三 | 张三 | an upward letter names who issues it",
                "某事的请示 | 某事的请示报告 | a letter is a request or a report",
                "某事的请示 | 某事的报告 | a report asks for nothing",
                "市人民政府： | 市人民政府、市人大： | one addressee",
                "市人民政府： | 市人民政府: | one addressee",
                "二、结果 | 三、结果 | the numeral of section 2",
                "2023年1月5日共 | 2023年01月05日共 | a date not written as",
                "2023年1月5日共 | 2023-01-05共 | a date not written as",
                "（见附件1） | (见附件1) | a half-width mark",
                "妥否，请批示。 | 特此报告。 | a request closes with",
                "12.50万元 | {amount}万元 | a place left over",
                "12.50万元 | 12.50万元，。 | two marks in a row",
                "1. 甲表 | 1. 甲表。 | an annex's name without end mark",
                "1. 甲表 | 1. 甲 | annexes are titled",
                "2. 乙表 | 3. 乙表 | the number of annex 2",
                "附件2 | 附件3 | 附件2 is labelled",
                "（送审稿） | （定稿） | ",
                "李四 |  | whom to ask",
            })
    void what_is_wrong_is_found(String right, String wrong, String problem) throws Exception {
        List<String> problems = problems(right, wrong == null ? "" : wrong);

        if (problem == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).anyMatch(found -> found.startsWith(problem));
        }
    }

    @Test
    void an_empty_place_is_right_in_a_draft_only() throws Exception {
        assertThat(problems("饶财库〔2023〕1号", "×××〔2023〕×号")).isEmpty();
        assertThat(problems("（送审稿）", "×")).isNotEmpty();
    }

    private List<String> problems(String right, String wrong) throws Exception {
        Path file = folder.resolve("letter.docx");
        try (XWPFDocument document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            for (Map.Entry<String, String> line : RIGHT) {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setStyle(line.getKey());
                paragraph
                        .createRun()
                        .setText(
                                right.isEmpty()
                                        ? line.getValue()
                                        : line.getValue().replace(right, wrong));
            }
            document.write(out);
        }
        return LetterCheck.problems(file);
    }
}
