package bankscore.finding;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.intake.Sheets;
import org.junit.jupiter.api.Test;

class FindingWordsTest {

    private static final Words WORDS = Sheets.words();

    @Test
    void each_code_has_its_words_and_each_word_its_code() {
        for (Code code : Code.values()) {
            for (String part : new String[] {"title", "found", "expected", "action"}) {
                assertThat(WORDS.has("finding." + code + "." + part))
                        .as(code + "." + part)
                        .isTrue();
            }
            assertThat(WORDS.find("finding." + code + ".title").orElse("").length())
                    .as(code.name())
                    .isBetween(4, 20);
        }
        for (Level level : Level.values()) {
            assertThat(WORDS.has("level." + level)).isTrue();
        }
        assertThat(WORDS.keys().stream()
                        .filter(key -> key.startsWith("finding.") && !key.equals("finding.message"))
                        .map(key -> key.split("\\.", -1)[1]))
                .allSatisfy(code -> assertThat(Code.valueOf(code).name()).isEqualTo(code));
    }

    @Test
    void a_code_of_earlier_versions_is_read_but_is_no_rule() {
        assertThat(Code.valueOf("W309").level()).isEqualTo(Level.REVIEW);
        assertThat(Code.valueOf("E325").level()).isEqualTo(Level.ERROR);
        assertThat(Code.rules()).isEqualTo(Code.values().length - 2);
    }

    @Test
    void what_earlier_versions_found_is_still_said() {
        assertThat(WORDS.print(Finding.of(Code.W214, Sheets.SHEET.at("C4"))
                                .column("贷款余额")
                                .with("found", "贷款余额")
                                .with("other", "年初贷款余额")
                                .with("where", "D4")
                                .with("by", "年初贷款余额"))
                        .found())
                .isEqualTo("“贷款余额”比“年初贷款余额”（D4）普遍减少，或合计减少一半以上。");
        Finding earlier = Finding.of(Code.W302, Sheets.SHEET.at("C4"))
                .with("item", "贷款增量")
                .with("found", "51")
                .with("expected", "10");
        assertThat(WORDS.print(earlier).expected()).isEqualTo("一般不超过中位数的 5 倍，中位数为 10。");
        assertThat(WORDS.print(earlier.with(Finding.VARIANT, "towering").with("times", 3))
                        .expected())
                .isEqualTo("一般不超过中位数的 3 倍，中位数为 10。");
    }

    @Test
    void days_periods_and_amounts_are_told_as_papers_write_them() {
        Finding late = Finding.of(Code.W402, Sheets.SHEET.at("C4")).column("发票日期");
        assertThat(WORDS.print(late.with("found", "2024-05-05")
                                .with("from", "2024-05-06")
                                .with(Finding.VARIANT, "before"))
                        .found())
                .isEqualTo("“发票日期”是2024年5月5日，办法自2024年5月6日起施行。");
        assertThat(WORDS.print(Finding.of(Code.W404, Sheets.SHEET)
                                .with("found", "2024Q4")
                                .with("revision", 2))
                        .found())
                .isEqualTo("2024年第四季度在本期上一次公布以后又公布了第 2 版，限额和重复都按这一版计算。");
        assertThat(WORDS.print(Finding.of(Code.E403, Sheets.SHEET)
                                .with("item", "贷款贴息")
                                .with("amount", "2000000.00")
                                .with("before", "0.00")
                                .with("wanted", "2000000.01")
                                .with("short", "0.01")
                                .with(Finding.VARIANT, "short"))
                        .found())
                .isEqualTo("“贷款贴息”预算2,000,000.00元，本年以前各期已用0.00元，本期需要2,000,000.01元，还差0.01元。");
    }

    @Test
    void a_firm_that_is_listed_twice_is_called_no_bank() {
        PrintedFinding twice = WORDS.print(Finding.of(Code.E302, Sheets.SHEET.at("A3"))
                .with("found", "甲厂")
                .with("first", "A2")
                .with(Finding.VARIANT, "party"));
        assertThat(twice.title()).isEqualTo("名录中同一家出现两次");
        assertThat(twice.message()).isEqualTo("名录中同一家出现两次。“甲厂”在 A2 已经有一行，时间也相同。同一家可以有几行，但起止日期应当不同。请合并或删除重复的一行。");
    }

    @Test
    void a_finding_reads_as_one_plain_line() {
        Finding finding = Finding.of(Code.E202, Sheets.SHEET.at("C4"))
                .subject("招商银行上饶分行")
                .column("贷款余额")
                .with("found", "1,23,4");
        assertThat(WORDS.print(finding).message())
                .isEqualTo("千位逗号位置不对。填的是：1,23,4，逗号不是三位一节，看不出是多少。" + "应为 1234567.89 或 1,234,567.89 这样的数字。请去掉逗号，重新输入数字。");
    }
}
