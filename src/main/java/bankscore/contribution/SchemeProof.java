package bankscore.contribution;

import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.say.SchemeClauses;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.scheme.SchemeChecks;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.ColumnWords;
import bankscore.intake.Dataset;
import bankscore.load.rule.RuleReader;
import bankscore.rule.Source;
import bankscore.rule.say.RuleClause;
import bankscore.run.questions.Proving;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proves schemes: that their files are sound, and that their worked cases come out. */
record SchemeProof(Words words) implements Proving<Scheme> {

    @Override
    public RuleReader<Scheme> reader() {
        return SchemeLoader::load;
    }

    @Override
    public List<Worked> cases(Scheme scheme, Path folder, List<Dataset> datasets) throws ConfigException {
        List<Worked> worked = new ArrayList<>();
        for (RuleCase one : CaseLoader.loadAll(folder, scheme, datasets)) {
            worked.add(new Worked(one.name(), one.file(), one.differences(scheme)));
        }
        return worked;
    }

    @Override
    public Source source(Scheme scheme) {
        return scheme.source();
    }

    @Override
    public String sound(Scheme scheme, int cases) {
        return words.text(
                "lint.sound",
                "scheme",
                scheme.id(),
                "title",
                scheme.title(),
                "items",
                scheme.items().size(),
                "parameters",
                scheme.parameters().size(),
                "cases",
                cases);
    }

    @Override
    public List<RuleClause> clauses(Scheme scheme, List<Dataset> datasets) {
        return new SchemeClauses(scheme, ColumnWords.of(datasets, words), words).all();
    }

    @Override
    public List<String> notes(Scheme scheme, List<Dataset> datasets, UnaryOperator<String> called) {
        List<String> notes = new ArrayList<>();
        List<String> absent = SchemeChecks.absentKeys(scheme);
        if (!absent.isEmpty()) {
            notes.add(words.text(
                    "lint.absent", "keys", absent.stream().map(called).collect(Collectors.joining(", "))));
        }
        scheme.eligibility().require().stream()
                .filter(requirement -> !requirement.condition().rows().isEmpty())
                .forEach(requirement ->
                        notes.add(words.text("lint.running_in_require", "reason", requirement.otherwise())));
        late(scheme, datasets).forEach(notes::add);
        return notes;
    }

    /** What the columns that the scheme uses say of figures that were not sent. */
    private List<String> late(Scheme scheme, List<Dataset> datasets) {
        List<Column> late = datasets.stream()
                .flatMap(dataset -> dataset.numeric().stream()
                        .filter(Column::takesPrevious)
                        .filter(column -> scheme.columns().contains(dataset.formulaId(column))))
                .toList();
        return Stream.of("lint.late.any_year", "lint.late.this_year")
                .flatMap(key -> columns(late, key.endsWith("any_year")).stream()
                        .map(columns -> words.text(key, "columns", columns)))
                .toList();
    }

    private Optional<String> columns(List<Column> late, boolean ofAnyYear) {
        return Optional.of(late.stream()
                        .filter(column -> column.takesOverYears() == ofAnyYear)
                        .map(column -> words.text("late.column", "name", column.name()))
                        .collect(Collectors.joining(words.text("late.join"))))
                .filter(columns -> !columns.isEmpty());
    }
}
