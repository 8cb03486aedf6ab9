package bankscore.load.dataset;

import bankscore.exact.Fraction;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The numbers of one block of a dataset file, from which on something is no accident; what the file does not say, the
 * program does.
 *
 * @param said the block, if the file has it
 * @param usual the words of keys that it does not have
 */
record Thresholds(Optional<Fields> said, Function<String, String> usual) {

    Fraction number(String key) {
        return node(key).flatMap(YamlNode::number).orElseGet(() -> Fraction.of(usual.apply(key)));
    }

    int whole(String key) {
        return node(key).flatMap(YamlNode::whole).orElseGet(() -> Integer.valueOf(usual.apply(key)));
    }

    List<Integer> wholes(String key) {
        return node(key)
                .map(node -> node.list().stream()
                        .flatMap(each -> each.whole().stream())
                        .toList())
                .orElseGet(() -> Arrays.stream(usual.apply(key).split(" ", -1))
                        .map(Integer::valueOf)
                        .toList());
    }

    private Optional<YamlNode> node(String key) {
        return said.flatMap(all -> all.get(key));
    }
}
