package bankscore.finding;

import bankscore.exact.Period;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All words that users read, by key, with named placeholders such as {@code {bank}}.
 *
 * <p>The words come from {@code messages.properties}; no Java source holds a Chinese sentence. A missing key or a
 * placeholder without a value is a defect and fails at once.
 */
public final class Words {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)(?:\\.([a-z]+))?}");

    private final Map<String, String> templates;

    /** Those with placeholders, cut where they stand, once they were asked for. */
    private final Map<String, List<String>> parts = new ConcurrentHashMap<>();

    public Words(Map<String, String> templates) {
        this.templates = Map.copyOf(templates);
    }

    /** The same with other words under one key. */
    public Words with(String key, String words) {
        Map<String, String> changed = new HashMap<>(templates);
        changed.put(key, words);
        return new Words(changed);
    }

    /** The words of an application: what stands under its name, such as {@code subsidy.book.run.title}, goes before the rest. */
    public Words of(String application) {
        String own = application + ".";
        Map<String, String> all = new HashMap<>(templates);
        templates.forEach((key, text) -> {
            if (key.startsWith(own)) {
                all.put(key.substring(own.length()), text);
            }
        });
        return new Words(all);
    }

    public Set<String> keys() {
        return templates.keySet();
    }

    public boolean has(String key) {
        return templates.containsKey(key);
    }

    /**
     * The words under a key.
     *
     * @param namesAndValues placeholder names and their values by turns
     * @throws IllegalStateException if the key or a placeholder's value is missing
     */
    public String text(String key, Object... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return fill(key, values);
    }

    /** The words under a key, if it is there; for words that data may name. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(templates.get(key));
    }

    /** A day as papers write it: 2022年6月18日. */
    public String date(LocalDate day) {
        return text("date.full", "year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
    }

    /** A period as papers write it: 2024年第四季度. */
    public String quarter(Period period) {
        return text(
                "letter.period.interim", "year", period.year(), "quarter", text("letter.quarter." + period.quarter()));
    }

    /** The finding in words. */
    public PrintedFinding print(Finding finding) {
        Map<String, String> values = new TreeMap<>(finding.details());
        values.put("file", finding.place().file());
        values.put("sheet", finding.place().sheet());
        values.put("cell", finding.place().cell());
        values.put("bank", finding.subject());
        values.put("column", finding.column());
        values.putIfAbsent("more", "");
        // So an earlier version called the other of two cells (W214, W219).
        values.computeIfAbsent("cell2", absent -> values.get("where"));
        String key = "finding." + finding.code().name();
        String title = fill(variant(key + ".title", finding), values);
        String found = fill(variant(key + ".found", finding), values);
        String expected = fill(variant(key + ".expected", finding), values);
        String action = fill(variant(key + ".action", finding), values);
        String message =
                text("finding.message", "title", title, "found", found, "expected", expected, "action", action);
        return new PrintedFinding(
                finding.code(),
                finding.place(),
                finding.subject(),
                finding.column(),
                found,
                expected,
                action,
                message,
                "");
    }

    private String variant(String key, Finding finding) {
        String other = key + "." + finding.details().getOrDefault(Finding.VARIANT, "");
        return templates.containsKey(other) ? other : key;
    }

    private String fill(String key, Map<String, String> values) {
        String template = templates.get(key);
        if (template == null) {
            throw new IllegalStateException("no words under the key " + key);
        }
        if (template.indexOf('{') < 0) {
            return template;
        }
        List<String> parts = this.parts.computeIfAbsent(key, absent -> parts(template));
        StringBuilder filled = new StringBuilder(parts.get(0));
        for (int i = 1; i < parts.size(); i += 3) {
            String value = values.get(parts.get(i));
            if (value == null) {
                throw new IllegalStateException("no value for {" + parts.get(i) + "} in the words of " + key);
            }
            String as = parts.get(i + 1);
            filled.append(as.isEmpty() ? value : shown(value, as)).append(parts.get(i + 2));
        }
        return filled.toString();
    }

    /** What stands before the first value; then of each its name, as what it is shown (may be empty), and what follows it. */
    private static List<String> parts(String template) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        int from = 0;
        while (matcher.find()) {
            String as = matcher.group(2);
            parts.addAll(List.of(template.substring(from, matcher.start()), matcher.group(1), as == null ? "" : as));
            from = matcher.end();
        }
        parts.add(template.substring(from));
        return List.copyOf(parts);
    }

    /** A value of a finding as papers write it: {@code {day.date}}, {@code {period.quarter}}, {@code {amount.yuan}}. */
    private String shown(String value, String as) {
        return switch (as) {
            case "date" -> date(LocalDate.parse(value));
            case "quarter" -> quarter(Period.parse(value).orElseThrow());
            case "yuan" ->
                new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(new BigDecimal(value));
            default -> throw new IllegalStateException("nobody knows how to show a value as " + as);
        };
    }
}
