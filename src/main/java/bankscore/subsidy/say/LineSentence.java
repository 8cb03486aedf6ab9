package bankscore.subsidy.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.facts.Claim;
import bankscore.finding.Words;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decision.Sums;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a line of claims came to what was granted: the rule, the figures with their cells, the caps, who bears it. */
public final class LineSentence {

    private final Report report;
    private final Words words;
    private final ShareText shares;
    private final CapSentence caps;

    public LineSentence(Report report, Words words) {
        this.report = report;
        this.words = words;
        this.shares = new ShareText(report.names(), words);
        this.caps = new CapSentence(report.names(), words);
    }

    /** The argument, a sentence a line, from the rule to the cells. */
    public List<String> of(Decision line) {
        Subsidy subsidy = report.subsidy(line);
        List<String> sentences = new ArrayList<>();
        if (line.sums().isPresent()) {
            Sums sums = line.sums().get();
            sentences.add(words.text(
                    "line.base",
                    "formula",
                    shares.formula(subsidy, subsidy.amount().base()),
                    "numbers",
                    numbers(line, subsidy),
                    "base",
                    PrintedNumber.value(sums.base())));
            sentences.add(words.text(
                    "line.amount",
                    "base",
                    PrintedNumber.value(sums.base()),
                    "rate",
                    ShareText.percent(sums.rate()),
                    "amount",
                    PrintedNumber.yuan(sums.amount())));
            for (Decision.CapUse use : sums.caps()) {
                sentences.add(caps.left(subsidy, use));
            }
            sentences.add(words.text(
                    "line." + line.outcome().kind(),
                    "granted",
                    PrintedNumber.yuan(sums.granted()),
                    "off",
                    PrintedNumber.yuan(sums.amount().minus(sums.granted())),
                    "reason",
                    line.outcome().reason()));
        } else {
            sentences.add(words.text("line.refused", "reason", line.outcome().reason(), "clause", clause(line)));
        }
        if (line.levels().size() > 1) {
            sentences.add(words.text("line.levels", "levels", levels(line)));
        }
        sentences.add(words.text("line.figures", "figures", figures(line, subsidy), "place", place(line)));
        return sentences;
    }

    private String clause(Decision line) {
        return line.outcome().clause().isEmpty()
                ? ""
                : words.text(
                        "line.clause", "clause", report.clause(line.outcome().clause(), words));
    }

    private String levels(Decision line) {
        return line.levels().entrySet().stream()
                .map(each ->
                        words.text("line.level", "level", each.getKey(), "amount", PrintedNumber.yuan(each.getValue())))
                .collect(Collectors.joining(words.text("letter.join")));
    }

    private String place(Decision line) {
        return line.line().at().sheetOnly().toString();
    }

    /** The formula with what the line says in each column. */
    private String numbers(Decision line, Subsidy subsidy) {
        return shares.formula(subsidy.amount().base(), new ShareText.Said() {
            @Override
            public String column(String id) {
                return said(line, id);
            }

            @Override
            public String end(String id) {
                LocalDate after = report.period().end().plusDays(1);
                return words.date(line.line().claim().day(id).orElse(after));
            }

            @Override
            public String table(Formula.Lookup lookup) {
                return value(line, lookup).map(PrintedNumber::value).orElseGet(() -> words.text("line.empty"));
            }
        });
    }

    private Optional<Fraction> value(Decision line, Formula.Lookup lookup) {
        Table table = report.scheme().tables().get(lookup.table());
        if (table instanceof Table.ByDay byDay) {
            return line.line()
                    .claim()
                    .day(lookup.columns().get(0))
                    .flatMap(day -> report.rows(byDay).stream()
                            .filter(row -> !row.day().isAfter(day))
                            .reduce((one, other) -> other))
                    .map(Table.DayRow::value);
        }
        return report.table(lookup.table())
                .row(lookup.columns().stream()
                        .map(column -> report.known().texts().of(line, column))
                        .toList())
                .map(row -> row.values().get(0));
    }

    private String said(Decision line, String column) {
        Claim claim = line.line().claim();
        return claim.amount(column)
                .map(value -> PrintedNumber.value(Fraction.of(value)))
                .or(() -> claim.day(column).map(words::date))
                .orElseGet(() -> {
                    String text = report.known().texts().of(line, column);
                    return text.isEmpty() ? words.text("line.empty") : text;
                });
    }

    /** Each figure that the line was computed from, with its cell. */
    private String figures(Decision line, Subsidy subsidy) {
        Claim claim = line.line().claim();
        return claim.cells().entrySet().stream()
                .filter(each -> isUsed(each.getKey(), subsidy))
                .sorted(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.column(), other.column())))
                .map(each -> words.text(
                        "line.figure",
                        "name",
                        report.column(subsidy, each.getKey()),
                        "value",
                        said(line, each.getKey()),
                        "cell",
                        claim.at(each.getKey()).orElseThrow().a1()))
                .collect(Collectors.joining(words.text("letter.join")));
    }

    private static boolean isOf(Formula part, String column) {
        return part instanceof Formula.Days days
                ? days.from().equals(column) || days.to().equals(column)
                : part instanceof Formula.Lookup lookup && lookup.columns().contains(column);
    }

    private boolean isUsed(String column, Subsidy subsidy) {
        Formula base = subsidy.amount().base();
        return column.equals(subsidy.claims().day())
                || base.names().contains(column)
                || base.all().anyMatch(each -> isOf(each, column))
                || subsidy.amount().caps().stream()
                        .anyMatch(cap -> cap instanceof Cap.PartOf part
                                && (part.of().equals(column)
                                        || part.with().filter(column::equals).isPresent()));
    }
}
