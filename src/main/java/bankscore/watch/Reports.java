package bankscore.watch;

import bankscore.facts.ReceivedSheet;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.intake.Dataset;
import bankscore.office.Approval;
import bankscore.office.RunFacts;
import bankscore.run.take.Configuration;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.WatchScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Arranges for papers what was judged. */
record Reports(Configuration<WatchScheme> configuration, Words words) {

    Report of(
            Judging judging,
            List<PrintedFinding> findings,
            RunFacts run,
            List<ReceivedSheet> received,
            Optional<Approval> approval) {
        return new Report(
                judging.period(), judging.judgement(), columns(), registers(), findings, run, received, approval);
    }

    /** What users call columns, whatever register they are about. */
    private Map<String, ColumnWords> columns() {
        Map<String, ColumnWords> named = ColumnWords.of(configuration.datasets(), words);
        Map<String, ColumnWords> columns = new HashMap<>(named);
        for (Dataset dataset : configuration.datasets()) {
            dataset.numeric()
                    .forEach(column -> Optional.ofNullable(named.get(dataset.formulaId(column)))
                            .ifPresent(called -> columns.putIfAbsent(column.id(), called)));
        }
        return columns;
    }

    private Map<String, String> registers() {
        return configuration.datasets().stream()
                .filter(Dataset::isRegister)
                .collect(Collectors.toMap(Dataset::id, Dataset::name));
    }
}
