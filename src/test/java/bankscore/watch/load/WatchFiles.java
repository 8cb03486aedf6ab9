package bankscore.watch.load;

import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.yaml.YamlFile;
import bankscore.watch.scheme.WatchScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The rules that watch as they are delivered, and rules from text against their columns. */
public final class WatchFiles {

    public static final Path CONFIG = Path.of("config");

    /** The delivered rules. */
    public static final List<String> IDS =
            List.of("shangrao-watch-2022", "jinhua-targets-2024", "wuhan-targets-2021", "local-lending-2010");

    /** A sound rule in which every key stands; tests change one thing in it. */
    public static final String SOUND = """
            rule: test
            kind: watch
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法, clauses: [一, 二]}
            subjects:
              banks:
                register: roster
                measures:
                  increment: {name: 新增贷款, unit: 万元, formula: loans - loans_opening}
                  share: {name: 占比, unit: "%", formula: loans / sum(loans) * 100, round: 2, over: all}
              counties:
                register: counties
                measures:
                  ldr: {name: 存贷比, unit: "%", formula: loans / deposits * 100, round: 2, no_base: exclude}
                  npl: {name: 不良率, unit: "%", formula: loans_opening / loans * 100, round: 2, better: lower}
            benchmarks:
              city_ldr: {published: 全市存贷比, else: {formula: sum(counties.loans) / sum(counties.deposits) * 100, over: all, round: 2}}
              goal: {published: 目标数}
            watch:
              - {id: far, of: counties, name: 偏低, measure: ldr, below: city_ldr, by: [5, 10], running: 2, clause: 一, mark: assumed}
              - {id: high, of: [counties], name: 偏高, measure: npl, above: mean, unless: {text: 备注, one_of: [新区]}, clause: 一, mark: text}
              - {id: behind, of: banks, name: 滞后, measure: increment, below: increment_target, progress: true, clause: 一, mark: reading}
            degrees:
              - {name: 督导, of: [banks, counties], when: {any: [{watch: far, grade: 2, running: 4}, {all: [{hits: 1}, {not: {watch: far}}, {watch: behind, running: 4}]}]}, clause: 一, mark: assumed}
              - {name: 约谈, when: {hits: 1}, clause: 一, mark: text}
            exempt: {months_open_below: 12, text: {column: 备注, one_of: [口径调整]}}
            targets:
              - {id: cover, name: 覆盖率, published: 覆盖率, unit: "%", at_least: 93, by: 2024-12-31, from: {day: 2022-01-01, value: 60, mark: assumed}, clause: 二, mark: text}
              - {id: year, name: 新增机构, published: 新增机构数, unit: 家, above: goal, per: year, clause: 二, mark: text}
            index:
              - {id: tech, name: 指数, base: 2021Q4, base_value: 100, parts: [{published: 企业数, weight: 60%}, {published: 保额, weight: 0.4}], round: 1, mark: assumed}
            """;

    private WatchFiles() {}

    public static List<Dataset> datasets() throws ConfigException {
        return DatasetLoader.loadAll(CONFIG.resolve("datasets"));
    }

    /** A rule by its id. */
    public static WatchScheme rule(String id) throws ConfigException {
        String name = "schemes/" + id + ".yaml";
        return WatchLoader.load(YamlFile.read(CONFIG.resolve(name), "config/" + name), datasets());
    }

    public static WatchScheme parse(String text, List<Dataset> datasets) throws ConfigException {
        return WatchLoader.load(YamlFile.of("config/schemes/test.yaml", text), datasets);
    }

    /** What refuses a rule, a line and its mend each; empty if it is sound. */
    public static String refusals(String text, List<Dataset> datasets, Words words) {
        try {
            parse(text, datasets);
            return "";
        } catch (ConfigException e) {
            return e.problems().stream()
                    .map((ConfigProblem problem) -> problem.print(words).replace("config/schemes/test.yaml ", ""))
                    .collect(Collectors.joining("\n"));
        }
    }
}
