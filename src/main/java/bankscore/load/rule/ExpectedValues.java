package bankscore.load.rule;

import bankscore.load.yaml.YamlNode;
import bankscore.rule.worked.Expected;
import java.util.List;

/** Reads what a worked case expects, whatever its shape: every value with the path that leads to it. */
public final class ExpectedValues {

    private ExpectedValues() {}

    /** Adds the values of a branch; of a list also how many there are, as {@code count}. */
    public static void read(String path, YamlNode branch, List<Expected> expected) {
        if (branch.isMap()) {
            branch.anyFields().all().forEach((key, value) -> read(path + "." + key, value, expected));
        } else if (branch.isList()) {
            List<YamlNode> list = branch.list();
            expected.add(new Expected(path + ".count", Integer.toString(list.size()), branch.line()));
            for (int i = 0; i < list.size(); i++) {
                read(path + "[" + i + "]", list.get(i), expected);
            }
        } else {
            expected.add(new Expected(path, branch.shown(), branch.line()));
        }
    }
}
