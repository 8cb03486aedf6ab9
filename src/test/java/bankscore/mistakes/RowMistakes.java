package bankscore.mistakes;

import static bankscore.mistakes.SampleSheet.CREDIT;
import static bankscore.mistakes.SampleSheet.HOLDINGS;
import static bankscore.mistakes.SampleSheet.OF_BANKS;
import static bankscore.mistakes.SampleSheet.OF_RATINGS;
import static bankscore.mistakes.SampleSheet.PLATFORM;
import static bankscore.mistakes.SampleSheet.POOLS;
import static bankscore.mistakes.SampleSheet.ROSTER;
import static bankscore.mistakes.SampleSheet.SERVICE;
import static bankscore.mistakes.SampleSheet.TAX;

import bankscore.mistakes.Mistake.Group;
import bankscore.mistakes.Mistake.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rows that are missing, doubled, or of somebody else. */
final class RowMistakes {

    private static final String ITS_OWN = "each bank's figures are as usual as the other's";
    private static final String MOVES = "money moves from account to account every quarter";
    private static final String THE_BUREAUS_WORD = "who is assessed is the bureau's word alone";

    private RowMistakes() {}

    static List<Kind> kinds() {
        return List.of(
                kind("a row is deleted", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, POOLS, ROSTER);
                    int row = clerk.pick(clerk.rows(sheet));
                    String name = clerk.text(sheet, sheet.key + row);
                    clerk.delete(sheet, List.of(row));
                    return Optional.of(Mistake.in(sheet, "without " + name).naming(name, shortName(name)));
                }),
                kind("a holding is deleted", clerk -> {
                    int row = clerk.pick(clerk.rows(HOLDINGS));
                    String name = clerk.text(HOLDINGS, "B" + row);
                    boolean only = isOnlyOne(clerk, row);
                    clerk.delete(HOLDINGS, List.of(row));
                    return Optional.of(Mistake.in(HOLDINGS, "without " + name + " in row " + row)
                            .knownByHistory(MOVES)
                            .known(only, MOVES));
                }),
                kind("a row twice", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, POOLS, ROSTER, HOLDINGS, SERVICE);
                    int row = clerk.pick(clerk.rows(sheet));
                    clerk.insert(sheet, row + 1, 1);
                    org.apache.poi.xssf.usermodel.XSSFSheet rows =
                            (org.apache.poi.xssf.usermodel.XSSFSheet) clerk.sheet(sheet);
                    rows.copyRows(row - 1, row - 1, row, new org.apache.poi.ss.usermodel.CellCopyPolicy());
                    return Optional.of(
                            Mistake.in(sheet, "row " + row + " twice").told());
                }),
                kind("two banks change places", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_BANKS);
                    List<Integer> rows = clerk.rows(sheet);
                    int one = clerk.pick(rows);
                    int other = clerk.pick(rows);
                    if (one == other) {
                        return Optional.empty();
                    }
                    String name = clerk.text(sheet, "B" + one);
                    String second = clerk.text(sheet, "B" + other);
                    clerk.put(sheet, "B" + one, second).put(sheet, "B" + other, name);
                    return Optional.of(
                            Mistake.in(sheet, name + " for " + second).knownByHistory(ITS_OWN));
                }),
                kind("another bank's name", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_BANKS);
                    List<Integer> rows = clerk.rows(sheet);
                    int row = clerk.pick(rows);
                    int other = clerk.pick(rows);
                    if (row == other) {
                        return Optional.empty();
                    }
                    String name = clerk.text(sheet, "B" + row);
                    clerk.put(sheet, "B" + row, clerk.text(sheet, "B" + other));
                    return Optional.of(
                            Mistake.in(sheet, name + " under another name").naming(name));
                }),
                kind("a name with invisible characters", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, HOLDINGS, ROSTER);
                    String cell = sheet.key + clerk.pick(clerk.rows(sheet));
                    String name = clerk.text(sheet, cell);
                    String hidden = clerk.pick("\u200B", "\uFEFF", "\u3000", "\u00A0", " ", "\u2060", "\t");
                    int at = clerk.below(name.length() + 1);
                    clerk.put(sheet, cell, name.substring(0, at) + hidden + name.substring(at));
                    return Optional.of(Mistake.in(sheet, cell + " with U+" + Integer.toHexString(hidden.charAt(0)))
                            .naming(name));
                }),
                kind("a name misspelt", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, HOLDINGS, SERVICE, ROSTER);
                    String cell = sheet.key + clerk.pick(clerk.rows(sheet));
                    String name = clerk.text(sheet, cell);
                    String wrong = clerk.pick(name + "（新）", name.substring(1), "中" + name);
                    clerk.put(sheet, cell, wrong);
                    return Optional.of(
                            Mistake.in(sheet, name + " is called " + wrong).naming(name, wrong));
                }),
                kind("an empty name", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, HOLDINGS, POOLS, SERVICE, ROSTER);
                    String cell = sheet.key + clerk.pick(clerk.rows(sheet));
                    String name = clerk.text(sheet, cell);
                    clerk.put(sheet, cell, "");
                    return Optional.of(Mistake.in(sheet, cell + " empty").naming(name));
                }),
                kind("a fund in other words", clerk -> {
                    SampleSheet sheet = clerk.pick(HOLDINGS, POOLS);
                    String column = sheet == HOLDINGS ? "A" : "B";
                    String cell = column + clerk.pick(clerk.rows(sheet));
                    String name = clerk.text(sheet, cell);
                    String other = clerk.pick("社保基金", "专户资金", "国库资金", name + "（含利息）", name.substring(0, 4));
                    if (other.equals(name)) {
                        return Optional.empty();
                    }
                    clerk.put(sheet, cell, other);
                    return Optional.of(
                            Mistake.in(sheet, name + " is called " + other).naming(name, other));
                }),
                kind("another fund", clerk -> {
                    int row = clerk.pick(clerk.rows(HOLDINGS));
                    String cell = "A" + row;
                    boolean only = isOnlyOne(clerk, row);
                    String name = clerk.text(HOLDINGS, cell);
                    String other = clerk.pick("社会保险基金", "财政专户资金", "国库现金", "住房维修资金");
                    clerk.put(HOLDINGS, cell, other);
                    return Optional.of(Mistake.in(HOLDINGS, cell + " " + name + " is " + other)
                            .knownByHistory(MOVES)
                            .known(only || name.equals(other), MOVES));
                }),
                kind("assessed or not the other way round", clerk -> {
                    String cell = "H" + clerk.pick(clerk.rows(ROSTER));
                    String word = clerk.text(ROSTER, cell).equals("否") ? "是" : "否";
                    clerk.put(ROSTER, cell, word);
                    return Optional.of(Mistake.in(ROSTER, cell + " " + word)
                            .columns(clerk, ROSTER, "H")
                            .knownByHistory(THE_BUREAUS_WORD));
                }),
                kind("another opening date", clerk -> {
                    int row = clerk.pick(clerk.rows(ROSTER));
                    LocalDate day = LocalDate.of(clerk.pick(2022, 2012, 2002), 1 + clerk.below(12), 18);
                    clerk.put(ROSTER, "G" + row, day);
                    return Optional.of(Mistake.in(ROSTER, "G" + row + " " + day)
                            .columns(clerk, ROSTER, "G")
                            .knownByHistory("a date of opening has no second witness"));
                }),
                kind("another kind of bank", clerk -> {
                    int row = clerk.pick(clerk.rows(ROSTER));
                    clerk.put(ROSTER, "F" + row, clerk.pick("股份制银行", "村镇银行", "政策性银行", ""));
                    return Optional.of(Mistake.in(ROSTER, "F" + row)
                            .columns(clerk, ROSTER, "F")
                            .knownByHistory("a kind of bank has no second witness"));
                }),
                kind("unmatured money above what is held", clerk -> {
                    List<Integer> rows = clerk.rows(HOLDINGS).stream()
                            .filter(row -> row % 3 != 0)
                            .toList();
                    int row = clerk.pick(rows);
                    BigDecimal held = clerk.number(HOLDINGS, "D" + row);
                    clerk.put(HOLDINGS, "E" + row, held.add(BigDecimal.TEN));
                    return Optional.of(Mistake.in(HOLDINGS, "E" + row + " above D" + row)
                            .columns(clerk, HOLDINGS, "D", "E")
                            .told());
                }),
                kind("a rating of a bank that does not exist", clerk -> {
                    SampleSheet sheet = clerk.pick(OF_RATINGS);
                    String cell = "C" + clerk.pick(clerk.rows(sheet));
                    clerk.put(sheet, cell, clerk.pick("工商银行", "信江分行营业部", "银行"));
                    return Optional.of(Mistake.in(sheet, cell + " names nobody").columns(clerk, sheet, "C"));
                }));
    }

    private static Kind kind(String name, Mistake.Act act) {
        return new Kind(Group.ROW, name, act);
    }

    /** Whether no other account of the same fund lies at the bank of a row. */
    private static boolean isOnlyOne(Clerk clerk, int row) throws java.io.IOException {
        int same = 0;
        for (int each : clerk.rows(HOLDINGS)) {
            same += clerk.text(HOLDINGS, "A" + each).equals(clerk.text(HOLDINGS, "A" + row))
                            && clerk.text(HOLDINGS, "B" + each).equals(clerk.text(HOLDINGS, "B" + row))
                    ? 1
                    : 0;
        }
        return same == 1;
    }

    /** A bank's name as other sheets have it. */
    private static String shortName(String name) {
        return name.length() > 2 ? name.substring(0, 2) : name;
    }
}
