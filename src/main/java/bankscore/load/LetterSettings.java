package bankscore.load;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code config/letter.yaml}: the letter's places that no figure fills. The file may be absent and every place empty. What
 * another rule than the settings' one issues may have places of its own under {@code rules} (output.md#the-letter).
 *
 * @param bureau who compiles the tables (编制单位) of that rule; absent: as the settings say
 * @param office who signs (署名)
 * @param addressee whom the letter is addressed to (主送机关), without the colon
 * @param signatory who approves its issue (签发人)
 * @param contact whom to ask (联系人)
 * @param telephone of the contact
 * @param issues number and date by period
 * @param rules the same of other rules, by their ids
 */
public record LetterSettings(
        Optional<String> bureau,
        Optional<String> office,
        Optional<String> addressee,
        Optional<String> signatory,
        Optional<String> contact,
        Optional<String> telephone,
        Map<Period, Issue> issues,
        Map<String, LetterSettings> rules) {

    private static final Keys CONTACT = Keys.of("name", "telephone");
    private static final Keys ISSUE = Keys.of("number", "date", "reply");
    private static final Keys OF_RULE = Keys.of("bureau", "office", "addressee", "signatory", "contact", "issues")
            .with("contact", CONTACT)
            .with("issues", Keys.each(ISSUE));
    static final Keys KEYS = Keys.of("office", "addressee", "signatory", "contact", "issues", "rules")
            .with("contact", CONTACT)
            .with("issues", Keys.each(ISSUE))
            .with("rules", Keys.each(OF_RULE));

    private static final LetterSettings EMPTY = new LetterSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of());

    /** GB/T 9704: six-corner brackets, a year of four digits, a number without 第 and leading zeros. */
    static final Pattern NUMBER = Pattern.compile("[\\p{IsHan}×]+〔[0-9]{4}〕[1-9][0-9]*号");

    public LetterSettings {
        issues = Map.copyOf(issues);
        rules = Map.copyOf(rules);
    }

    /**
     * A letter as issued.
     *
     * @param number 发文字号, such as 饶财库〔2023〕1号
     * @param date 成文日期
     * @param reply by when whoever is named is to answer
     */
    public record Issue(Optional<String> number, Optional<LocalDate> date, Optional<LocalDate> reply) {

        /** Neither number nor date. */
        public static final Issue NONE = new Issue(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The letter of a period as issued. */
    public Issue issue(Period period) {
        return issues.getOrDefault(period, Issue.NONE);
    }

    /**
     * Loads the file; all places are empty if there is none.
     *
     * @throws ConfigException with every problem of the file
     */
    public static LetterSettings load(Path path, String name) throws ConfigException {
        return of(Files.exists(path) ? Optional.of(YamlFile.read(path, name)) : Optional.empty(), Optional.empty());
    }

    /**
     * Reads the file; all places are empty if there is none.
     *
     * @param known the rules that there are; absent: not all of them are known
     */
    public static LetterSettings of(Optional<YamlFile> present, Optional<Set<String>> known) throws ConfigException {
        if (present.isEmpty()) {
            return EMPTY;
        }
        YamlFile file = present.get();
        Optional<LetterSettings> settings =
                file.root().map(root -> root.fields(KEYS)).map(fields -> of(fields, rules(fields, known)));
        file.throwIfRefused();
        return settings.orElseThrow(
                () -> new ConfigException(List.of(new ConfigProblem(file.name(), 0, "", "empty_file", Map.of()))));
    }

    private static Map<String, LetterSettings> rules(Fields fields, Optional<Set<String>> known) {
        Map<String, LetterSettings> rules = new TreeMap<>();
        filled(fields, "rules")
                .map(YamlNode::anyFields)
                .map(Fields::all)
                .orElse(Map.of())
                .forEach((rule, branch) -> {
                    known.filter(all -> !all.contains(rule))
                            .ifPresent(all -> branch.refuseUnknown(rule, "unknown_rule_of_letter", all));
                    rules.put(rule, of(branch.fields(OF_RULE), Map.of()));
                });
        return rules;
    }

    /** Those of a rule that the settings do not name: its own, if it has any, else the common ones without a number. */
    public LetterSettings of(String rule) {
        return Optional.ofNullable(rules.get(rule))
                .map(own -> own.with(own.office.or(own::bureau), own.issues))
                .orElseGet(() -> with(office, Map.of()));
    }

    private LetterSettings with(Optional<String> signing, Map<Period, Issue> issued) {
        return new LetterSettings(bureau, signing, addressee, signatory, contact, telephone, issued, Map.of());
    }

    private static LetterSettings of(Fields fields, Map<String, LetterSettings> rules) {
        Optional<Fields> contact = filled(fields, "contact").map(branch -> branch.fields(CONTACT));
        Map<Period, Issue> issues = new TreeMap<>();
        filled(fields, "issues")
                .map(YamlNode::anyFields)
                .map(Fields::all)
                .orElse(Map.of())
                .forEach((key, branch) -> {
                    Optional<Period> period = Period.parse(key);
                    if (period.isEmpty()) {
                        branch.refuseText(key, "not_a_period");
                    }
                    Fields of = branch.fields(ISSUE);
                    Issue issue = new Issue(
                            filled(of, "number").flatMap(LetterSettings::number),
                            filled(of, "date").flatMap(YamlNode::date),
                            filled(of, "reply").flatMap(YamlNode::date));
                    period.ifPresent(quarter -> issues.put(quarter, issue));
                });
        return new LetterSettings(
                text(fields, "bureau"),
                text(fields, "office"),
                text(fields, "addressee"),
                text(fields, "signatory"),
                contact.flatMap(person -> text(person, "name")),
                contact.flatMap(person -> text(person, "telephone")),
                issues,
                rules);
    }

    private static Optional<String> number(YamlNode branch) {
        Optional<String> text = branch.text();
        if (text.isPresent() && !NUMBER.matcher(text.get()).matches()) {
            branch.refuse("not_a_document_number");
            return Optional.empty();
        }
        return text;
    }

    private static Optional<String> text(Fields fields, String key) {
        return filled(fields, key).flatMap(YamlNode::text);
    }

    /** An entry that is there and not left empty. */
    private static Optional<YamlNode> filled(Fields fields, String key) {
        return fields.get(key)
                .filter(branch -> !branch.isScalar() || !branch.shown().isBlank());
    }
}
