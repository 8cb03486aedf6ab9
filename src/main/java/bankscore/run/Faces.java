package bankscore.run;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.load.ConfigFiles;
import bankscore.load.rule.RuleKind;
import bankscore.office.Caller;
import bankscore.office.HistoryEntry;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.run.request.Installation;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.History;
import bankscore.run.revisions.HistoryNote;
import bankscore.run.revisions.Remembered;
import bankscore.store.Stores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules of an office on an open database, each with the face of its application. */
public record Faces(
        Applications applications, Office office, Engine engine, Installation installation, Remembered remembered) {

    /** So many signs of what was asked for are kept; more of a reason or of names of files tell nobody more. */
    private static final int LONGEST = 1000;

    /** Of a front that asks once. */
    public Faces(Applications applications, Office office, Engine engine, Installation installation) {
        this(applications, office, engine, installation, new Remembered());
    }

    /**
     * That of a rule, by the rule files of today; of one that is no longer among them, by what it has published.
     *
     * @param rule absent: the one that the settings name
     * @throws ConfigException if there is no such rule, or it is of no known kind
     */
    public Face<?> of(Optional<String> rule) throws ConfigException {
        String wanted = rule.orElse(office.rule());
        try {
            Application<?> application = applications.of(office, rule);
            return of(wanted, application);
        } catch (ConfigException e) {
            Series published = series().of(wanted, "");
            List<Revision> revisions = revisions(published);
            if (!revisions.isEmpty()) {
                return of(published, revisions);
            }
            throw e;
        }
    }

    /** That of a rule whose application is known. */
    public Face<?> of(String rule, Application<?> application) throws ConfigException {
        return face(application, series(rule, application));
    }

    /** What such a rule publishes is kept as. */
    public Series series(String rule, Application<?> application) {
        return series().of(rule, application.rules().kind());
    }

    /** That of a series that is published. */
    public Face<?> of(Series series) throws ConfigException {
        return of(series, revisions(series));
    }

    private Face<?> of(Series series, List<Revision> revisions) throws ConfigException {
        String kind = kind(series, revisions).map(RuleKind::kind).orElse("");
        return face(
                applications
                        .ofKind(kind)
                        .orElseThrow(() -> new ConfigException(List.of(new ConfigProblem(
                                ConfigFiles.FOLDER, 0, kind, "unknown_kind", Map.of("rule", series.rule()))))),
                series);
    }

    /** Those of all series that are published. */
    public List<Face<?>> published() throws ConfigException {
        List<Face<?>> faces = new ArrayList<>();
        for (Series series : series().all()) {
            List<Revision> revisions = revisions(series);
            if (!revisions.isEmpty()) {
                faces.add(of(series, revisions));
            }
        }
        return faces;
    }

    /** What the rule of a series calls itself in what it published last; empty if it does not say. */
    public String title(Series series) {
        return kind(series, revisions(series)).map(RuleKind::title).orElse("");
    }

    private Optional<RuleKind> kind(Series series, List<Revision> revisions) {
        return remembered.kind(series, revisions, () -> series().kind(series, revisions));
    }

    /** What happened, whichever rule it was about. */
    public History history() {
        return new History(engine.dataSource(), series().all());
    }

    /** Notes a run whose configuration was refused; nothing else is done. */
    public void refused(RunRequest request, Optional<String> rule) {
        String kind = "";
        try {
            kind = applications.of(office, rule).rules().kind();
        } catch (ConfigException e) {
            // That is what is noted; as a rule without a kind it is where most rules are.
        }
        Series series = series().of(rule.orElse(office.rule()), kind);
        new HistoryNote(
                        Stores.of(engine.dataSource(), series),
                        installation,
                        request.caller(),
                        request.period(),
                        series,
                        "run")
                .of("configuration", 0, "");
    }

    /**
     * Keeps a rule file as a new version, and notes who did.
     *
     * @param following the version that ends with it; absent: none
     */
    public void keep(RuleDraft draft, Optional<RuleDraft.Followed> following, Caller caller) throws IOException {
        draft.keep(following);
        note(caller, "rule", Optional.empty(), "kept", draft.digest());
    }

    /**
     * Notes what somebody did that makes no revision, such as putting files in. Of what was asked for the first
     * {@value #LONGEST} signs are kept.
     *
     * @param command such as {@code files}
     * @param period absent: it is about none
     * @param outcome the words' key below {@code cli.history.outcome.}
     */
    public void note(Caller caller, String command, Optional<Period> period, String outcome) {
        String typed = caller.arguments().replaceAll("\\p{Cntrl}", " ");
        int most = typed.offsetByCodePoints(0, Math.min(LONGEST, typed.codePointCount(0, typed.length())));
        note(
                new Caller(caller.user(), caller.machine(), typed.substring(0, most), caller.at()),
                command,
                period,
                outcome,
                "");
    }

    private void note(Caller caller, String command, Optional<Period> period, String outcome, String digest) {
        Stores stores = Stores.of(engine.dataSource(), Series.owner(office.jurisdiction()));
        stores.history()
                .append(new HistoryEntry(
                        office.jurisdiction(),
                        caller.time(),
                        caller.user(),
                        caller.machine(),
                        command,
                        caller.arguments(),
                        period.map(Period::toString).orElse(""),
                        0,
                        outcome,
                        digest,
                        ""));
        stores.durability().force();
    }

    private List<Revision> revisions(Series series) {
        return Stores.of(engine.dataSource(), series).revisions().all();
    }

    private Face<?> face(Application<?> application, Series series) throws ConfigException {
        return new Face<>(engine, installation, application, series, office.people(), remembered);
    }

    private RuleSeries series() {
        return new RuleSeries(engine.dataSource(), office.jurisdiction(), office.rule());
    }
}
