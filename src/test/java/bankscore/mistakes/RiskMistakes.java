package bankscore.mistakes;

import static bankscore.mistakes.SampleSheet.RISK;

import bankscore.mistakes.Mistake.Group;
import bankscore.mistakes.Mistake.Kind;
import java.util.List;
import java.util.Optional;

/** A regulator's list that does not say any more which bank must get no money. */
final class RiskMistakes {

    private static final String ITS_OWN_WORD = "which banks are unsafe is the regulator's word alone";

    /** The row of the bank that was on the list of autumn too. */
    private static final int LISTED_BEFORE = 4;

    private RiskMistakes() {}

    static List<Kind> kinds() {
        return List.of(
                kind("the heading 处置 in other words", clerk -> {
                    String heading = clerk.pick("处置意见", "处理意见", "监管措施", "处置建议", "拟处置", "处置 情况");
                    clerk.put(RISK, "E3", heading);
                    return Optional.of(list("headed " + heading));
                }),
                kind("another heading of the list in other words", clerk -> {
                    String cell = clerk.pick("B3", "C3");
                    String heading =
                            cell.equals("B3") ? clerk.pick("银行", "机构", "风险银行") : clerk.pick("风险", "问题类型", "风险事项");
                    clerk.put(RISK, cell, heading);
                    return Optional.of(list("headed " + heading));
                }),
                kind("the action in other words", clerk -> {
                    String cell = "E" + clerk.pick(4, 5);
                    String word = clerk.pick(
                            "收回（已执行）", "建议收回", "收回存款", "全部收回", "暂停", "暂停新增（至整改完成）", "建议暂停新增", "不再新增", "关注", "撤出");
                    clerk.put(RISK, cell, word);
                    return Optional.of(list(cell + " is " + word));
                }),
                kind("the action is empty", clerk -> {
                    String cell = "E" + clerk.pick(4, 5);
                    clerk.put(RISK, cell, "");
                    return Optional.of(list(cell + " is empty").told());
                }),
                kind("the action stands in the note only", clerk -> {
                    int row = clerk.pick(4, 5);
                    clerk.put(RISK, "F" + row, clerk.text(RISK, "E" + row)).put(RISK, "E" + row, "");
                    return Optional.of(list("row " + row + " says it in F").told());
                }),
                kind("a row with the bank's name only", clerk -> {
                    int row = clerk.pick(4, 5);
                    for (String column : List.of("C", "D", "E", "F")) {
                        clerk.put(RISK, column + row, "");
                    }
                    return Optional.of(list("row " + row + " names a bank only").told());
                }),
                kind("the list is not there", clerk -> {
                    clerk.remove(RISK.file);
                    return Optional.of(list("not there").told());
                }),
                kind("the list has no rows", clerk -> {
                    clerk.delete(RISK, List.of(4, 5));
                    return Optional.of(list("empty").told());
                }),
                kind("the list says 无", clerk -> {
                    clerk.delete(RISK, List.of(5)).put(RISK, "B4", clerk.pick("无", "本季度无"));
                    for (String column : List.of("A", "C", "D", "E", "F")) {
                        clerk.put(RISK, column + 4, "");
                    }
                    return Optional.of(list("none").told());
                }),
                kind("a bank of the list that nobody knows", clerk -> {
                    int row = clerk.pick(4, 5);
                    String name = clerk.text(RISK, "B" + row);
                    String other =
                            clerk.pick(name.replace("农村", ""), name.substring(0, 2), name.replace("股份有限公司", "有限责任公司"));
                    clerk.put(RISK, "B" + row, other);
                    return Optional.of(list("row " + row + " names " + other).columns(clerk, RISK, "B"));
                }),
                kind("another bank in the list", clerk -> {
                    int row = clerk.pick(4, 5);
                    clerk.put(RISK, "B" + row, clerk.pick("带湖银行", "云岫银行", "B013"));
                    return Optional.of(list("another bank in row " + row)
                            .knownByHistory(ITS_OWN_WORD)
                            .known(row == LISTED_BEFORE, ITS_OWN_WORD));
                }),
                kind("a row of the list is left out", clerk -> {
                    int row = clerk.pick(4, 5);
                    clerk.delete(RISK, List.of(row));
                    return Optional.of(list("without row " + row)
                            .knownByHistory(ITS_OWN_WORD)
                            .known(row == LISTED_BEFORE, ITS_OWN_WORD));
                }));
    }

    private static Kind kind(String name, Mistake.Act act) {
        return new Kind(Group.RISK, name, act);
    }

    private static Mistake list(String what) {
        return Mistake.in(RISK, what).or(RISK.file, "").naming("风险");
    }
}
