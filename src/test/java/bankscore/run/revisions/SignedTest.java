package bankscore.run.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.machine.FolderCopy;
import bankscore.office.Caller;
import bankscore.office.Decision;
import bankscore.office.Decision.Verdict;
import bankscore.office.DocumentNumber;
import bankscore.office.Holder;
import bankscore.office.OpenKey;
import bankscore.office.People;
import bankscore.office.Role;
import bankscore.office.Series;
import bankscore.office.Signer;
import bankscore.office.Standing;
import bankscore.office.Way;
import bankscore.run.Engine;
import bankscore.run.Face;
import bankscore.run.RunPeriod;
import bankscore.run.aid.Aid;
import bankscore.run.aid.AidRule;
import bankscore.run.request.FiledSlips;
import bankscore.run.request.Installation;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.Verification.Difference;
import bankscore.run.take.Configuration;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two revisions are published by one person. Another one reviews the second; and then somebody comes who can write the
 * database and all files, and has no key of those who sign.
 */
class SignedTest {

    private static final Period PERIOD = new Period(2022, 4);
    private static final Series SERIES = new Series("某县", "aid");
    private static final LocalDate DAY = Program.caller("").at().toLocalDate();
    private static final Installation INSTALLATION = new Installation(Program.WORDS, Program.CLOCK, "test");

    private static final KeyPair OF_REVIEWER = pair();
    private static final KeyPair OF_LEADER = pair();
    private static final KeyPair OF_MAKER = pair();
    private static final KeyPair OF_NOBODY = pair();

    private static final Signer REVIEWER = signer("王五", OF_REVIEWER, "", Role.REVIEWER);
    private static final Signer LEADER = signer("赵六", OF_LEADER, "", Role.LEADER);
    private static final Signer MAKER =
            signer("张三", OF_MAKER, Program.caller("").user(), Role.MAKER, Role.REVIEWER);
    private static final People PEOPLE = new People(List.of(REVIEWER, LEADER, MAKER), true, false);
    private static final OpenKey REVIEWS = new OpenKey(REVIEWER, OF_REVIEWER.getPrivate());

    @TempDir
    static Path published = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private Optional<Engine> open = Optional.empty();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(Signer.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signer signer(String name, KeyPair pair, String user, Role... roles) {
        return new Signer(
                name,
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                Set.of(roles),
                Optional.of(user).filter(text -> !text.isEmpty()),
                DAY,
                Optional.empty());
    }

    @BeforeAll
    static void publish() throws Exception {
        Path config = published.resolve("config");
        write("config/bankscore.yaml", "rule: aid\njurisdiction: 某县\n");
        write("config/schemes/aid-1.yaml", """
                kind: aid
                scheme: aid-1
                rule: aid
                title: 取暖补助
                in_force: {from: 2022-01-01, to: 2022-12-31}
                share: 0.5
                """);
        write("config/datasets/households.yaml", """
                dataset: households
                name: 住户名册
                sender: 民政局
                rows: register
                subjects: true
                presence: required
                columns:
                  - {id: code, name: 户号, headings: [户号], kind: code, identifying: true}
                  - {id: name, name: 户主, headings: [户主], kind: name, identifying: true}
                """);
        write("config/datasets/bills.yaml", """
                dataset: bills
                name: 取暖费
                sender: 民政局
                rows: bank
                presence: required
                columns:
                  - {id: bank, name: 住户, headings: [住户], kind: bank, identifying: true}
                  - {id: bill, name: 取暖费, headings: [取暖费], kind: money, identifying: true}
                """);
        write("input/2022Q4/名册.csv", "户号,户主\n一,张三\n");
        try (Engine engine = engine(published)) {
            Aid aid = new Aid();
            RunPeriod<AidRule> periods = new RunPeriod<>(engine, aid, INSTALLATION);
            for (String bill : List.of("0.3", "0.4")) {
                write("input/2022Q4/取暖费.csv", "单位：万元,\n住户,取暖费\n张三," + bill + "\n");
                RunRequest request = new RunRequest(
                        PERIOD,
                        Optional.empty(),
                        false,
                        new RunFolders(config, published.resolve("input"), published.resolve("output")),
                        Program.caller("run 2022Q4"),
                        Progress.SILENT);
                periods.run(request, Configuration.load(config, PERIOD, Optional.empty(), aid.rules()));
            }
            Approvals.Reviewed reviewed = face(engine, PEOPLE)
                    .approvals(published.resolve("output"))
                    .record(review(2, Optional.empty(), REVIEWS));
            assertThat(reviewed.step()).containsInstanceOf(Standing.Reviewed.class);
        }
    }

    private static void write(String name, String text) throws Exception {
        Path file = published.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static Engine engine(Path at) throws Exception {
        return Engine.start(
                Files.createDirectories(at.resolve("output")),
                Optional.empty(),
                Map.of(),
                Holder.of(Program.caller("test")));
    }

    private static Approvals.Review review(int revision, Optional<String> words, OpenKey key) {
        return new Approvals.Review(PERIOD, revision, words, key, Program.caller("review"));
    }

    private static Face<?> face(Engine engine, People people) {
        return new Face<>(engine, INSTALLATION, new Aid(), SERIES, people, new Remembered());
    }

    @BeforeEach
    void aCopy() throws Exception {
        FolderCopy.of(published.resolve("output"), folder.resolve("output"));
        open = Optional.of(engine(folder));
    }

    @AfterEach
    void close() {
        open.orElseThrow().close();
    }

    private Stores stores() {
        return Stores.of(open.orElseThrow().dataSource(), SERIES);
    }

    private void sql(String statement) {
        assertThat(JdbcClient.create(open.orElseThrow().dataSource())
                        .sql(statement)
                        .update())
                .isPositive();
    }

    /** What verifying finds, as kind and whose. */
    private List<String> differences(People people) throws Exception {
        Verification verification = face(open.orElseThrow(), people).verification(folder.resolve("output"));
        return verification
                .verify(verification.byPeriod(PERIOD, Optional.empty()).orElseThrow(), Program.caller("verify"))
                .orElseThrow()
                .differences()
                .stream()
                .map((Difference each) -> each.key() + " " + each.subject())
                .toList();
    }

    /** How far the first and the second revision have come. */
    private List<String> standings(People people) {
        return face(open.orElseThrow(), people).ways().stream()
                .map(Way::standing)
                .map(each -> each.getClass().getSimpleName())
                .toList();
    }

    private static Caller at(ZonedDateTime time) {
        return Program.caller("review").at(time);
    }

    /** What whoever writes the database can do: an entry that fits the chain, and whatever row he likes. */
    private void forge(int revision, Caller caller, UnaryOperator<Decision> told, Optional<OpenKey> key) {
        stores().history().append(head -> {
            Decision decision = told.apply(new Decision(
                    SERIES,
                    PERIOD,
                    revision,
                    stores().revisions()
                            .published(PERIOD, revision)
                            .orElseThrow()
                            .manifest(),
                    head,
                    key.map(each -> each.signer().name()).orElse(""),
                    Verdict.REVIEWED,
                    "",
                    caller.time()));
            key.ifPresent(each -> stores().decisions().add(each.sign(decision)));
            return caller.entry(
                    SERIES, "review", PERIOD, revision, decision.verdict().outcome(), Sha256.of(decision.text()));
        });
    }

    private void returned(String words) {
        Approvals.Reviewed reviewed = face(open.orElseThrow(), PEOPLE)
                .approvals(folder.resolve("output"))
                .record(review(2, Optional.of(words), REVIEWS));
        assertThat(reviewed.step()).containsInstanceOf(Standing.Returned.class);
    }

    @Test
    void what_was_signed_holds_and_says_who_signed() throws Exception {
        assertThat(differences(PEOPLE)).isEmpty();
        assertThat(standings(PEOPLE)).containsExactly("Superseded", "Reviewed");
        Way way = face(open.orElseThrow(), PEOPLE).ways().get(1);
        assertThat(way.taken()).extracting(Way.Taken::who).containsExactly("王五");
    }

    @Test
    void an_entry_that_nobody_signed_is_no_review() throws Exception {
        returned("缺表");
        forge(2, Program.caller("review"), each -> each, Optional.empty());

        assertThat(standings(PEOPLE)).containsExactly("Superseded", "Returned");
        assertThat(differences(PEOPLE)).containsExactly("unsigned 2022Q4 r2 复核");
    }

    @Test
    void a_key_of_ones_own_signs_for_nobody() throws Exception {
        returned("缺表");
        Signer own = signer("王五", OF_NOBODY, "", Role.REVIEWER);
        forge(2, Program.caller("review"), each -> each, Optional.of(new OpenKey(own, OF_NOBODY.getPrivate())));
        // And once more under the reviewer's public key.
        forge(2, Program.caller("review"), each -> each, Optional.of(new OpenKey(REVIEWER, OF_NOBODY.getPrivate())));

        assertThat(standings(PEOPLE)).containsExactly("Superseded", "Returned");
        assertThat(differences(PEOPLE)).containsExactly("signer 2022Q4 r2 复核 王五", "signature 2022Q4 r2 复核 王五");
    }

    @Test
    void a_signature_is_of_one_revision_of_one_period_of_one_rule_after_one_entry() throws Exception {
        Decision.Signed signed = stores().decisions().all(PERIOD).get(0).orElseThrow();
        Decision of = signed.decision();
        List<Decision> elsewhere = List.of(
                of,
                new Decision(of.series(), PERIOD, 1, of.manifest(), of.head(), "王五", Verdict.REVIEWED, "", of.at()),
                new Decision(
                        of.series(),
                        new Period(2022, 3),
                        2,
                        of.manifest(),
                        of.head(),
                        "王五",
                        Verdict.REVIEWED,
                        "",
                        of.at()),
                new Decision(
                        new Series("某县", "other"),
                        PERIOD,
                        2,
                        of.manifest(),
                        of.head(),
                        "王五",
                        Verdict.REVIEWED,
                        "",
                        of.at()),
                new Decision(
                        new Series("某市", "aid"),
                        PERIOD,
                        2,
                        of.manifest(),
                        of.head(),
                        "王五",
                        Verdict.REVIEWED,
                        "",
                        of.at()),
                new Decision(of.series(), PERIOD, 2, "0".repeat(64), of.head(), "王五", Verdict.REVIEWED, "", of.at()),
                new Decision(
                        of.series(), PERIOD, 2, of.manifest(), "0".repeat(64), "王五", Verdict.REVIEWED, "", of.at()),
                new Decision(of.series(), PERIOD, 2, of.manifest(), of.head(), "赵六", Verdict.REVIEWED, "", of.at()),
                new Decision(of.series(), PERIOD, 2, of.manifest(), of.head(), "王五", Verdict.RETURNED, "", of.at()),
                new Decision(of.series(), PERIOD, 2, of.manifest(), of.head(), "王五", Verdict.APPROVED, "", of.at()),
                new Decision(of.series(), PERIOD, 2, of.manifest(), of.head(), "王五", Verdict.REVIEWED, "好", of.at()),
                new Decision(
                        of.series(),
                        PERIOD,
                        2,
                        of.manifest(),
                        of.head(),
                        "王五",
                        Verdict.REVIEWED,
                        "",
                        of.at().replaceFirst("T..", "T01")));
        assertThat(elsewhere.stream()
                        .filter(each -> REVIEWER.signed(each.text(), signed.signature()))
                        .toList())
                .containsExactly(of);

        // Put after another entry, for the first revision: the head that was signed is not the one before it.
        returned("缺表");
        forge(2, Program.caller("review").at(ZonedDateTime.parse(of.at())), each -> of, Optional.empty());
        sql("UPDATE decision SET seq = 9 WHERE seq = 1");
        assertThat(standings(PEOPLE)).containsExactly("Superseded", "Returned");
        assertThat(differences(PEOPLE)).contains("unsigned 2022Q4 r2 复核");
    }

    @Test
    void every_part_of_a_row_that_is_changed_is_found_and_the_review_counts_no_more() throws Exception {
        for (String change : List.of(
                "revision = 1",
                "verdict = 'returned'",
                "verdict = 'x'",
                "person = '赵六'",
                "words = '好'",
                "decided_at = '2020-01-01T10:00:00+08:00'",
                "manifest = '" + "0".repeat(64) + "'",
                "chain_head = '" + "0".repeat(64) + "'",
                "public_key = '" + LEADER.key() + "'",
                "signature = 'AAAA'",
                "period = '2022Q3'",
                "rule = 'x'")) {
            close();
            aCopy();
            sql("UPDATE decision SET " + change);

            assertThat(standings(PEOPLE)).as(change).containsExactly("Superseded", "Generated");
            assertThat(differences(PEOPLE)).as(change).isNotEmpty();
        }
    }

    @Test
    void a_review_that_was_taken_out_is_missed() throws Exception {
        sql("DELETE FROM decision");

        assertThat(standings(PEOPLE)).containsExactly("Superseded", "Generated");
        assertThat(differences(PEOPLE)).containsExactly("unsigned 2022Q4 r2 复核");
    }

    @Test
    void a_return_that_was_taken_out_with_its_entry_is_missed_though_all_hashes_are_computed_anew() throws Exception {
        returned("缺表");
        Approvals.Reviewed again = face(open.orElseThrow(), PEOPLE)
                .approvals(folder.resolve("output"))
                .record(review(2, Optional.empty(), REVIEWS));
        assertThat(again.step()).containsInstanceOf(Standing.Reviewed.class);
        List<HistoryStore.Link> links = stores().history().all();
        sql("DELETE FROM history");
        sql("DELETE FROM history_head");
        sql("DELETE FROM decision WHERE verdict = 'returned'");
        links.stream()
                .map(HistoryStore.Link::entry)
                .filter(entry -> !entry.outcome().equals("returned"))
                .forEach(stores().history()::append);

        // The first review stands where it stood; the one after what was taken out was signed after another entry.
        assertThat(standings(PEOPLE)).containsExactly("Superseded", "Reviewed");
        assertThat(differences(PEOPLE)).containsExactly("unsigned 2022Q4 r2 复核", "decision 2022Q4 r2 复核 王五");
    }

    @Test
    void a_public_key_that_was_put_in_the_place_of_another_is_nobodys_who_signed() throws Exception {
        People others = new People(List.of(signer("王五", OF_NOBODY, "", Role.REVIEWER), LEADER, MAKER), true, false);

        assertThat(standings(others)).containsExactly("Superseded", "Generated");
        assertThat(differences(others)).containsExactly("signer 2022Q4 r2 复核 王五");
        assertThat(differences(People.NONE)).containsExactly("signer 2022Q4 r2 复核 王五");
    }

    @Test
    void who_signs_no_longer_cannot_sign_as_of_an_earlier_day() throws Exception {
        returned("缺表");
        Signer left = new Signer(
                "王五", REVIEWER.key(), Set.of(Role.REVIEWER), Optional.empty(), DAY.minusYears(1), Optional.of(DAY));
        People people = new People(List.of(left, LEADER, MAKER), true, false);
        assertThat(differences(people)).isEmpty();
        ZonedDateTime later = Program.caller("").at().plusDays(3);
        OpenKey key = new OpenKey(left, OF_REVIEWER.getPrivate());
        // Something happened since, which tells what day it is.
        stores().history().append(at(later).entry(SERIES, "verify", PERIOD, 2, "verified", ""));

        Approvals.Reviewed asked = face(open.orElseThrow(), people)
                .approvals(folder.resolve("output"))
                .record(review(2, Optional.empty(), key));
        forge(2, Program.caller("review"), each -> each, Optional.of(key));

        assertThat(asked.step().map(Object::toString)).hasValue("NOT_VALID");
        assertThat(standings(people)).containsExactly("Superseded", "Returned");
        assertThat(differences(people)).containsExactly("not_valid 2022Q4 r2 复核 王五");
    }

    @Test
    void who_ran_it_and_who_has_another_role_sign_in_vain_whatever_they_write() throws Exception {
        returned("缺表");
        forge(2, Program.caller("review"), each -> each, Optional.of(new OpenKey(MAKER, OF_MAKER.getPrivate())));
        forge(2, Program.caller("review"), each -> each, Optional.of(new OpenKey(LEADER, OF_LEADER.getPrivate())));

        assertThat(standings(PEOPLE)).containsExactly("Superseded", "Returned");
        assertThat(differences(PEOPLE)).containsExactly("refused 2022Q4 r2 复核 张三", "refused 2022Q4 r2 复核 赵六");
    }

    @Test
    void an_approval_that_nobody_signed_after_there_were_keys_is_found_and_an_older_one_stays() throws Exception {
        Approvals.Asked asked = new Approvals.Asked(
                PERIOD,
                2,
                DocumentNumber.read("饶府字〔2023〕1号").orElseThrow(),
                LocalDate.of(2023, 1, 10),
                false,
                Optional.empty(),
                Program.caller("approve"));
        assertThat(face(open.orElseThrow(), PEOPLE)
                        .approvals(folder.resolve("output"))
                        .record(asked)
                        .refusal()
                        .map(Object::toString))
                .hasValue("NOT_SIGNED");
        // Whoever writes the database records it all the same.
        assertThat(face(open.orElseThrow(), People.NONE)
                        .approvals(folder.resolve("output"))
                        .record(asked)
                        .end())
                .isEqualTo(Approvals.End.APPROVED);
        assertThat(differences(PEOPLE)).containsExactly("unsigned 2022Q4 r2 负责人");

        // As it was before there were keys: the history knows of no review.
        sql("DELETE FROM decision");
        List<HistoryStore.Link> links = stores().history().all();
        sql("DELETE FROM history");
        sql("DELETE FROM history_head");
        links.stream()
                .map(HistoryStore.Link::entry)
                .filter(entry -> !entry.outcome().equals("reviewed"))
                .forEach(stores().history()::append);
        assertThat(differences(PEOPLE)).isEmpty();
        assertThat(standings(PEOPLE)).containsExactly("Superseded", "Approved");
    }

    @Test
    void a_signed_page_that_is_missing_or_changed_is_written_as_it_was() throws Exception {
        Path page = folder.resolve("output/2022Q4/aid/signed/r2-签批单.docx");
        byte[] whole = Files.readAllBytes(page);
        Files.writeString(page, "x");
        PeriodFolder period = new PeriodFolder(folder.resolve("output"), PERIOD, "aid");
        SignedPages pages = new SignedPages(stores(), Program.WORDS, () -> PEOPLE);

        assertThat(pages.complete(period, FiledSlips.NONE).signed()).containsExactly(page);
        assertThat(page).hasBinaryContent(whole);
        assertThat(pages.complete(period, FiledSlips.NONE).signed()).isEmpty();
        Files.delete(page);
        // As a kill leaves it.
        Files.writeString(folder.resolve("output/2022Q4/aid/.publishing-r2-签批单.docx"), "half");
        assertThat(pages.complete(period, FiledSlips.NONE).signed()).containsExactly(page);
        assertThat(page).hasBinaryContent(whole);
        assertThat(new ArrayList<>(List.of(Objects.requireNonNull(
                        folder.resolve("output/2022Q4/aid").toFile().list()))))
                .noneMatch(name -> name.startsWith("."));
    }
}
