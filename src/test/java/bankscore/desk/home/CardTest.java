package bankscore.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.layout.Topic;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.office.People;
import bankscore.office.Revision;
import bankscore.office.Standing;
import bankscore.office.Standing.Act;
import bankscore.office.Way;
import bankscore.run.inbox.Inbox.Arrived;
import bankscore.sheet.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes next for a rule and period: one step, and where it is done. */
class CardTest {

    private static final Topic TOPIC = new Topic(new Period(2022, 4), "shangrao");
    private static final Arrived FILE = new Arrived("税收.xlsx", 10, Instant.EPOCH);
    private static final Arrived LATER = new Arrived("税收.xlsx", 12, Instant.EPOCH.plusSeconds(60));
    private static final Act ACT =
            new Act(Optional.empty(), "2023-01-12T11:00:00+08:00", LocalDate.EPOCH, "", People.NONE);

    private static Card card(List<Arrived> files, List<PrintedFinding> findings, Optional<Standing> way) {
        return new Card(
                new bankscore.desk.period.Standing(
                        TOPIC,
                        "",
                        List.of(),
                        List.of(),
                        files,
                        Optional.of(
                                new bankscore.desk.period.Standing.Seen(List.of(FILE), List.of(), Optional.empty())),
                        findings,
                        List.of()),
                way.map(standing -> new Way(
                        new Revision(TOPIC.period(), 2, true, 1, "", "", "", "", "", ""),
                        "zhang",
                        "",
                        List.of(),
                        standing)),
                "",
                true);
    }

    private static void next(Card card, String step, String where) {
        assertThat(card.next()).isEqualTo(step);
        assertThat(card.address()).isEqualTo(where + "?rule=shangrao");
    }

    @Test
    void every_state_has_one_next_step() {
        PrintedFinding error = new PrintedFinding(Code.E101, Place.NONE, "", "", "", "", "", "", "");
        Standing generated = new Standing.Generated("zhang");
        Standing reviewed = new Standing.Reviewed("zhang", ACT);

        next(card(List.of(), List.of(), Optional.empty()), "files", "/period/2022Q4");
        next(card(List.of(FILE), List.of(), Optional.empty()), "check", "/period/2022Q4");
        next(card(List.of(FILE), List.of(error), Optional.empty()), "mend", "/period/2022Q4");
        next(card(List.of(FILE), List.of(error), Optional.of(generated)), "mend", "/period/2022Q4");
        next(card(List.of(FILE), List.of(), Optional.of(generated)), "review", "/review/2022Q4/2");
        next(
                card(List.of(FILE), List.of(), Optional.of(new Standing.Returned("zhang", ACT))),
                "mend",
                "/period/2022Q4");
        next(card(List.of(FILE), List.of(), Optional.of(reviewed)), "approve", "/review/2022Q4/2");
        next(
                card(List.of(FILE), List.of(), Optional.of(new Standing.Approved(reviewed, ACT))),
                "see",
                "/result/2022Q4");
    }

    /** What was put in since the latest check is looked at before anything else. */
    @Test
    void files_that_changed_since_are_checked_first() {
        next(card(List.of(LATER), List.of(), Optional.of(new Standing.Generated("zhang"))), "check", "/period/2022Q4");
    }

    /** Nobody could review, and the approval is not signed. */
    @Test
    void without_people_the_approval_comes_next() {
        Card card = card(List.of(FILE), List.of(), Optional.of(new Standing.Generated("zhang")));

        next(new Card(card.files(), card.way(), "", false), "approve", "/review/2022Q4/2");
    }
}
