package bankscore.run.aid;

import bankscore.answer.Answer;
import bankscore.exact.Fraction;
import bankscore.exact.Sha256;
import bankscore.facts.Fact;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.intake.table.staged.StagedTables;
import bankscore.load.rule.RuleReader;
import bankscore.load.rule.RuleShelf;
import bankscore.office.PaperCode;
import bankscore.office.Revision;
import bankscore.paper.json.Json;
import bankscore.run.Application;
import bankscore.run.Steps;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.PaperFile;
import bankscore.run.publish.Publication;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.questions.RuleProof;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import bankscore.sheet.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.batch.core.job.Job;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Heating aid: take, recognise, stage, judge, publish. Its one paper is a list of who is paid what. */
public final class Aid implements Application<AidRule> {

    public static final String LIST = "list.txt";

    @Override
    public String name() {
        return "aid";
    }

    @Override
    public RuleReader<AidRule> rules() {
        return AidRule.READER;
    }

    @Override
    public Job job(Steps<AidRule> steps) {
        return steps.judged(name(), Aid::judge)
                .to(steps.publish(Aid::publication))
                .end()
                .build();
    }

    @Override
    public Job check(Steps<AidRule> steps) {
        return steps.judged(name() + "-check", Aid::judge).end().end().build();
    }

    /** Every household of the register has a bill. */
    private static Steps.Done judge(RunContext<AidRule> run, long instance) {
        StagedTables tables = StagedPeriod.of(run).tables(instance);
        Map<String, Fraction> paid = paid(tables, run.configuration().rule());
        List<Finding> missing = tables.roster().subjects().stream()
                .filter(household -> !paid.containsKey(household.code()))
                .map(household -> Finding.of(Code.E206, Place.NONE).subject(household.name()))
                .toList();
        AllFindings.of(run).replace(instance, "judge", missing);
        boolean stops =
                AllFindings.stops(AllFindings.of(run).all(instance), run.about().strict());
        return new Steps.Done(stops ? Steps.FINDINGS : Steps.COMPLETED, paid.size() + " households");
    }

    private static Map<String, Fraction> paid(StagedTables tables, AidRule rule) {
        Map<String, Fraction> paid = new TreeMap<>();
        for (var each : tables.figures()) {
            Fact bill = each.value();
            if (bill.column().equals(AidRule.BILL)) {
                bill.value()
                        .ifPresent(amount ->
                                paid.put(bill.subject(), Fraction.of(amount).times(rule.share())));
            }
        }
        return paid;
    }

    private static Publication publication(RunContext<AidRule> run, long instance, String chainHead) {
        StagedTables tables = StagedPeriod.of(run).tables(instance);
        byte[] result = result(tables, run.configuration());
        List<String> lines = new ArrayList<>();
        paid(tables, run.configuration().rule()).forEach((household, amount) -> lines.add(household + " " + amount));
        return new Publication(
                PaperCode.of(List.of(Sha256.of(result)), ""),
                result,
                List.of(new PaperFile(LIST, file -> Files.write(file, lines))),
                1);
    }

    private static byte[] result(StagedTables tables, Configuration<AidRule> configuration) {
        ObjectNode households = Json.object();
        paid(tables, configuration.rule()).forEach((household, amount) -> households.put(household, amount.toString()));
        ObjectNode result = Json.object();
        result.set("paid", households);
        return Json.printed(result);
    }

    @Override
    public Recomputation recomputation(PublishedRevisions<AidRule> revisions) {
        return (revision, stated) -> again(revisions, revision);
    }

    private static Recomputation.Result again(PublishedRevisions<AidRule> revisions, Revision revision)
            throws ConfigException {
        Configuration<AidRule> ofThen = revisions.configurationOf(revision);
        return new Recomputation.Result() {
            @Override
            public String configuration() {
                return ofThen.digest();
            }

            @Override
            public boolean is(byte[] published) {
                return Arrays.equals(
                        result(revisions.staged(revision, ofThen).tables(revision.instance()), ofThen), published);
            }

            @Override
            public List<String> tablesOtherwise() {
                return List.of();
            }
        };
    }

    /** Of all questions it answers one. */
    @Override
    public Questions questions(PublishedRevisions<AidRule> revisions) {
        return new Questions() {
            @Override
            public Explained explain(Asked asked, Optional<String> whom) throws Missing {
                Revision revision = revisions
                        .find(asked.period(), asked.number())
                        .orElseThrow(() -> new Missing(
                                Missing.Kind.REVISION, asked.period().toString()));
                String list = new String(
                        revisions
                                .stores()
                                .archive()
                                .file(revision.period(), revision.number(), LIST)
                                .orElseThrow(),
                        StandardCharsets.UTF_8);
                return new Explained(
                        revisions.isLatest(revision),
                        revision.number(),
                        Optional.empty(),
                        to -> to.accept(new Answer(list, "", List.of())),
                        into -> List.of());
            }
        };
    }

    @Override
    public RuleProof prove(Path config, Optional<String> rule, Optional<String> id, Words words)
            throws ConfigException {
        List<AidRule> all = RuleShelf.load(config.resolve(RuleShelf.SCHEMES), List.of(), rules())
                .all();
        return new RuleProof(
                all.stream()
                        .filter(each -> rule.isEmpty() || each.rule().equals(rule.get()))
                        .filter(each -> id.isEmpty() || each.id().equals(id.get()))
                        .map(each -> new Answer(each.id(), "", List.of()))
                        .toList(),
                List.of(),
                List.of());
    }

    @Override
    public List<Subject> register(byte[] result) {
        List<Subject> households = new ArrayList<>();
        JsonNode paid = Json.read(result).path("paid");
        paid.propertyNames()
                .forEach(code -> households.add(new Subject(code, code, "", List.of(), "", Optional.empty(), true)));
        return new Register(households).subjects();
    }
}
