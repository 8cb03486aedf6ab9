package bankscore.run;

import bankscore.exact.Fraction;
import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.InputChanged;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.paper.returns.TemplateWorkbook;
import bankscore.read.InputFolder;
import bankscore.run.publish.Publisher;
import bankscore.run.request.Deletion;
import bankscore.run.request.FileNames;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.Privacy;
import bankscore.run.request.RunRequest;
import bankscore.run.take.Configuration;
import bankscore.run.take.Recognition;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Blank input workbooks, one per sending office, in {@code output/<period>/template/}. */
public final class Templates {

    private final DataSource dataSource;
    private final Application<?> application;
    private final Words words;

    public Templates(DataSource dataSource, Application<?> application, Words words) {
        this.dataSource = dataSource;
        this.application = application;
        this.words = words;
    }

    /**
     * Writes the workbooks in place of earlier ones.
     *
     * @return their folder
     */
    public Path write(RunRequest request, Configuration<?> configuration) throws IOException, InputChanged {
        Series series =
                RuleSeries.of(dataSource, configuration, application.rules().kind());
        Stores stores = Stores.of(dataSource, series);
        PeriodFolder place = new PeriodFolder(request.folders().output(), request.period(), series.rule());
        List<Revision> before = stores.revisions().latestBefore(request.period());
        Optional<Revision> last = before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
        Map<String, List<Subject>> subjects = subjects(request, configuration, stores, last, place);
        Map<String, Map<String, Fraction>> figures = new HashMap<>();
        for (Dataset dataset : configuration.datasets()) {
            if (dataset.isOfSubjects() && last.isPresent()) {
                stores.staging()
                        .facts()
                        .perBank(last.get().instance(), dataset.id())
                        .forEach((id, own) ->
                                dataset.column(id).ifPresent(column -> figures.put(dataset.formulaId(column), own)));
            }
        }
        Path folder = place.place().resolve("template");
        Deletion.of(folder);
        Privacy.folder(folder);
        Map<String, List<Dataset>> offices = new LinkedHashMap<>();
        Set<String> used = configuration.rule().columns();
        configuration.datasets().stream()
                .filter(configuration::uses)
                .filter(dataset -> dataset.presence() != Dataset.Presence.IF_USED
                        || dataset.isRegister()
                        || dataset.numeric().stream().anyMatch(column -> used.contains(dataset.formulaId(column))))
                .forEach(dataset -> offices.computeIfAbsent(dataset.sender(), sender -> new ArrayList<>())
                        .add(dataset));
        FileNames names = new FileNames();
        for (Map.Entry<String, List<Dataset>> office : offices.entrySet()) {
            String name =
                    words.text("template.file", "office", FileNames.part(office.getKey()), "period", request.period());
            TemplateWorkbook.write(
                    new TemplateWorkbook.Contents(request.period(), office.getValue(), subjects, figures),
                    words,
                    folder.resolve(names.distinct(name + ".xlsx")));
        }
        return folder;
    }

    /** The registers of the period's input, if they are there; else what is published last tells who stands in them. */
    private Map<String, List<Subject>> subjects(
            RunRequest request,
            Configuration<?> configuration,
            Stores stores,
            Optional<Revision> last,
            PeriodFolder place)
            throws IOException, InputChanged {
        Map<String, List<Subject>> subjects = new HashMap<>();
        last.ifPresent(revision -> {
            add(subjects, stores.staging().parties().registers(revision.instance()));
            List<Subject> banks = application.register(stores.archive()
                    .file(revision.period(), revision.number(), Publisher.RESULT)
                    .orElse(new byte[0]));
            subjects.put(
                    "",
                    banks.isEmpty()
                            ? stores.staging()
                                    .sheets()
                                    .roster(revision.instance())
                                    .subjects()
                            : banks);
        });
        Path work = place.works().resolve("template-" + UUID.randomUUID());
        try {
            Recognition reception = Recognition.of(
                    new InputFolder(
                                    request.inputOfPeriod(),
                                    configuration.settings().files())
                            .take(work),
                    configuration,
                    request.period(),
                    words,
                    List.of());
            add(subjects, reception.registers());
            if (!reception.roster().subjects().isEmpty()) {
                subjects.put("", reception.roster().subjects());
            }
        } finally {
            Deletion.of(work);
        }
        return subjects;
    }

    private static void add(Map<String, List<Subject>> subjects, Map<String, PartyRegister> registers) {
        registers.forEach((id, register) -> {
            if (!register.names().subjects().isEmpty()) {
                subjects.put(id, register.names().subjects());
            }
        });
    }
}
