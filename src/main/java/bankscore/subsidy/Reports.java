package bankscore.subsidy;

import bankscore.exact.Period;
import bankscore.facts.ReceivedSheet;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.office.Approval;
import bankscore.office.RunFacts;
import bankscore.rule.line.ClaimLine;
import bankscore.run.take.Configuration;
import bankscore.subsidy.decide.Batch;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.load.Layouts;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.RuleNames;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arranges for papers what was decided. */
final class Reports {

    private final Configuration<SubsidyScheme> configuration;
    private final Words words;

    Reports(Configuration<SubsidyScheme> configuration, Words words) {
        this.configuration = configuration;
        this.words = words;
    }

    /**
     * How a batch came about, and what stands beside it.
     *
     * @param before the batch before; absent in the first one
     */
    record Told(
            Period period,
            List<PrintedFinding> findings,
            RunFacts run,
            List<ReceivedSheet> received,
            Optional<Approval> approval,
            Optional<Report.Before> before) {}

    Report of(Judging judging, Map<String, PartyRegister> registers, Told told) {
        SubsidyScheme rule = configuration.rule();
        Batch.Layout layout = Layouts.of(configuration.datasets());
        return new Report(
                told.period(),
                rule,
                judging.decisions(),
                new Report.Known(
                        RuleNames.columns(configuration.datasets(), words),
                        judging.publishedRows(),
                        persons(rule, registers),
                        (line, column) -> text(layout, registers, line, column)),
                told.findings(),
                told.run(),
                told.received(),
                told.approval(),
                told.before());
    }

    /** What a line says in a column, or the register of its party where the line has no such column. */
    private static String text(
            Batch.Layout layout, Map<String, PartyRegister> registers, Decision line, String column) {
        Batch.Dataset dataset = layout.datasets().get(line.line().claim().dataset());
        return dataset == null
                ? ""
                : new ClaimLine(line.line().claim(), Optional.of(line.day()), dataset.columns(), registers)
                        .text(column);
    }

    /** Subsidies whose claimants stand in a register that knows residents' numbers, or has no names but of people. */
    private Map<String, Report.Persons> persons(SubsidyScheme rule, Map<String, PartyRegister> registers) {
        Map<String, Report.Persons> persons = new HashMap<>();
        for (Subsidy subsidy : rule.subsidies()) {
            registerOf(subsidy)
                    .ifPresent(id -> configuration.datasets().stream()
                            .filter(dataset -> dataset.id().equals(id))
                            .flatMap(dataset -> dataset.first(Column.Kind.RESIDENT_ID).stream())
                            .findFirst()
                            .ifPresent(column -> persons.put(
                                    subsidy.id(),
                                    new Report.Persons(
                                            registers.getOrDefault(id, PartyRegister.empty(id)),
                                            Optional.of(column.id())))));
        }
        return persons;
    }

    /** The register in which a subsidy's claimants are looked up. */
    private Optional<String> registerOf(Subsidy subsidy) {
        return configuration.datasets().stream()
                .filter(dataset -> dataset.id().equals(subsidy.claims().dataset()))
                .flatMap(dataset -> dataset.column(subsidy.claims().claimant()).stream())
                .flatMap(column -> column.ties().register().stream())
                .findFirst();
    }
}
