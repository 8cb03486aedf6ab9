package bankscore.office;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.office.Decision.Verdict;
import bankscore.office.Standing.Act;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every standing, everybody and every decision: what comes of it, or the name of why nothing does. */
class StandingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static final Signer MAKER = signer("经办甲", "clerk", Role.MAKER, Role.REVIEWER);
    private static final Signer REVIEWER = signer("复核乙", "", Role.REVIEWER);
    private static final Signer LEADER = signer("领导丙", "", Role.LEADER);
    private static final Signer BOTH = signer("双职丁", "", Role.REVIEWER, Role.LEADER);
    private static final Signer READER = signer("查阅戊", "", Role.READER, Role.ADMINISTRATOR);
    private static final Signer LEFT = new Signer(
            "离任己",
            "己",
            Set.of(Role.REVIEWER, Role.LEADER),
            Optional.empty(),
            TODAY.minusYears(1),
            Optional.of(TODAY.minusDays(1)));
    private static final Signer COMING = new Signer(
            "新来庚", "庚", Set.of(Role.REVIEWER, Role.LEADER), Optional.empty(), TODAY.plusDays(1), Optional.empty());
    private static final List<Signer> ALL = List.of(MAKER, REVIEWER, LEADER, BOTH, READER, LEFT, COMING);

    private static Signer signer(String name, String user, Role... roles) {
        return new Signer(
                name,
                name,
                Set.of(roles),
                Optional.of(user).filter(text -> !text.isEmpty()),
                TODAY,
                Optional.of(TODAY));
    }

    private static Act act(String name, String words, People people) {
        return new Act(
                ALL.stream().filter(each -> each.name().equals(name)).findFirst(),
                "2026-11-27T10:00:00+08:00",
                TODAY,
                words,
                people);
    }

    private static Standing standing(String name, String by) {
        People anybody = new People(ALL, false, true);
        Standing generated = new Standing.Generated("clerk");
        return switch (name) {
            case "Generated" -> generated;
            case "Reviewed" -> new Standing.Reviewed("clerk", act(by, "", anybody));
            case "Returned" -> new Standing.Returned("clerk", act(by, "缺表", anybody));
            case "Approved" -> new Standing.Approved(standing("Reviewed", by), act("领导丙", "文", anybody));
            case "Superseded" -> standing("Reviewed", by).superseded(2);
            case "Withdrawn" -> ((Standing.Approved) standing("Approved", by)).withdrawn(2);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String outcome(Standing from, Verdict verdict, Act act) {
        Step step = switch (verdict) {
            case REVIEWED -> from.review(act);
            case RETURNED -> from.giveBack(act);
            case APPROVED -> from.approve(act);
        };
        return step instanceof Refusal refusal
                ? refusal.name()
                : step.getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Generated  | REVIEWED | 复核乙 | Reviewed
            Generated  | REVIEWED | 双职丁 | Reviewed
            Generated  | REVIEWED | 经办甲 | RAN_IT
            Generated  | REVIEWED | 领导丙 | ROLE
            Generated  | REVIEWED | 查阅戊 | ROLE
            Generated  | REVIEWED | 离任己 | NOT_VALID
            Generated  | REVIEWED | 新来庚 | NOT_VALID
            Generated  | REVIEWED |        | NOT_SIGNED
            Generated  | RETURNED | 复核乙 | Returned
            Generated  | RETURNED | 经办甲 | RAN_IT
            Generated  | RETURNED | 领导丙 | ROLE
            Generated  | APPROVED | 领导丙 | NOT_REVIEWED
            Generated  | APPROVED | 复核乙 | ROLE
            Generated  | APPROVED |        | NOT_SIGNED
            Reviewed   | REVIEWED | 双职丁 | ALREADY_REVIEWED
            Reviewed   | REVIEWED | 经办甲 | RAN_IT
            Reviewed   | RETURNED | 复核乙 | Returned
            Reviewed   | RETURNED | 双职丁 | Returned
            Reviewed   | RETURNED | 领导丙 | ROLE
            Reviewed   | APPROVED | 领导丙 | Approved
            Reviewed   | APPROVED | 双职丁 | Approved
            Reviewed   | APPROVED | 复核乙 | ROLE
            Reviewed   | APPROVED | 离任己 | NOT_VALID
            Reviewed   | APPROVED |        | NOT_SIGNED
            Returned   | REVIEWED | 复核乙 | Reviewed
            Returned   | REVIEWED | 经办甲 | RAN_IT
            Returned   | RETURNED | 双职丁 | Returned
            Returned   | APPROVED | 领导丙 | RETURNED
            Returned   | APPROVED | 查阅戊 | ROLE
            Approved   | REVIEWED | 双职丁 | APPROVED
            Approved   | RETURNED | 复核乙 | APPROVED
            Approved   | APPROVED | 领导丙 | Approved
            Approved   | APPROVED | 复核乙 | ROLE
            Superseded | REVIEWED | 双职丁 | SUPERSEDED
            Superseded | RETURNED | 复核乙 | SUPERSEDED
            Superseded | APPROVED | 领导丙 | Approved
            Superseded | APPROVED | 查阅戊 | ROLE
            Withdrawn  | REVIEWED | 双职丁 | WITHDRAWN
            Withdrawn  | RETURNED | 复核乙 | WITHDRAWN
            Withdrawn  | APPROVED | 领导丙 | Approved
            Withdrawn  | APPROVED |        | NOT_SIGNED
            """)
    void where_a_review_is_required(String from, Verdict verdict, String who, String then) {
        String name = who == null ? "" : who;

        assertThat(outcome(standing(from, "复核乙"), verdict, act(name, "缺表", new People(ALL, true, false))))
                .isEqualTo(then);
    }

    @Test
    void a_return_says_why() {
        People people = new People(ALL, true, false);

        assertThat(Stream.of(" ", "缺".repeat(500), "缺".repeat(501))
                        .map(words -> outcome(standing("Generated", ""), Verdict.RETURNED, act("复核乙", words, people))))
                .containsExactly("NO_WORDS", "Returned", "NO_WORDS");
    }

    @Test
    void who_reviewed_approves_only_where_the_office_says_so() {
        Standing reviewed = standing("Reviewed", "双职丁");

        assertThat(outcome(reviewed, Verdict.APPROVED, act("双职丁", "文", new People(ALL, true, false))))
                .isEqualTo("REVIEWED_IT");
        assertThat(outcome(reviewed, Verdict.APPROVED, act("双职丁", "文", new People(ALL, true, true))))
                .isEqualTo("Approved");
        // What was approved once is asked the same when its record is corrected.
        assertThat(outcome(
                        standing("Approved", "双职丁"), Verdict.APPROVED, act("双职丁", "文", new People(ALL, true, false))))
                .isEqualTo("REVIEWED_IT");
    }

    @Test
    void nobody_reviews_what_nobody_knows_who_ran() {
        assertThat(outcome(
                        new Standing.Generated("root"), Verdict.REVIEWED, act("复核乙", "", new People(ALL, true, false))))
                .isEqualTo("RUNNER_UNKNOWN");
        // A user's name in other capitals is the same on some systems, and a person's name is his on the desk.
        assertThat(outcome(
                        new Standing.Generated("CLERK"),
                        Verdict.REVIEWED,
                        act("经办甲", "", new People(ALL, true, false))))
                .isEqualTo("RAN_IT");
        assertThat(outcome(
                        new Standing.Generated("复核乙"), Verdict.REVIEWED, act("复核乙", "", new People(ALL, true, false))))
                .isEqualTo("RAN_IT");
    }

    /** Who has two keys is one person, whichever of them names the user. */
    @Test
    void a_new_key_makes_no_other_person() {
        Signer second = new Signer("经办甲", "新钥", Set.of(Role.REVIEWER), Optional.empty(), TODAY, Optional.empty());
        People people = new People(List.of(MAKER, second), true, false);

        assertThat(outcome(
                        new Standing.Generated("clerk"),
                        Verdict.REVIEWED,
                        new Act(Optional.of(second), "2026-11-27T10:00:00+08:00", TODAY, "", people)))
                .isEqualTo("RAN_IT");
    }

    @Test
    void where_nobody_is_set_up_the_user_of_the_system_approves_as_before() {
        Standing generated = standing("Generated", "");

        assertThat(outcome(generated, Verdict.APPROVED, act("", "文", People.NONE)))
                .isEqualTo("Approved");
        assertThat(outcome(generated, Verdict.APPROVED, act("", "文", new People(List.of(), true, false))))
                .isEqualTo("NOT_SIGNED");
        assertThat(outcome(generated, Verdict.APPROVED, act("领导丙", "文", new People(ALL, false, false))))
                .isEqualTo("Approved");
        assertThat(outcome(generated, Verdict.APPROVED, act("", "文", new People(ALL, false, false))))
                .isEqualTo("NOT_SIGNED");
    }
}
