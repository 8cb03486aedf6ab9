package bankscore.office;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D23: which approval counts on a day. */
class ApprovalTest {

    /** Approvals as period, revision, number of the document and date; what is in force; on the day. */
    @ParameterizedTest
    @CsvSource({
        // From its date on.
        "2022Q4 1 1号 2023-01-10, 2023-01-09, ''",
        "2022Q4 1 1号 2023-01-10, 2023-01-10, 2022Q4 r1",
        // Two approvals of one year: the later counts from its day.
        "2022Q4 1 1号 2023-01-10; 2022Q4 2 5号 2023-04-02, 2023-03-31, 2022Q4 r1",
        "2022Q4 1 1号 2023-01-10; 2022Q4 2 5号 2023-04-02, 2023-04-02, 2022Q4 r2",
        // The same document once more corrects the record: the first never held.
        "2022Q4 1 1号 2023-01-10; 2022Q4 2 1号 2023-04-02, 2023-03-31, ''",
        "2022Q4 1 1号 2023-01-10; 2022Q4 2 1号 2023-01-08, 2023-03-31, 2022Q4 r2",
        // The next year's takes the place of this year's.
        "2022Q4 1 1号 2023-01-10; 2023Q4 1 2号 2024-01-12, 2023-12-31, 2022Q4 r1",
        "2022Q4 1 1号 2023-01-10; 2023Q4 1 2号 2024-01-12, 2024-03-31, 2023Q4 r1",
        // Of monitoring quarters those since the annual one, by date.
        "2022Q3 1 8号 2022-11-01; 2022Q4 1 1号 2023-01-10; 2023Q1 2 3号 2023-04-20, 2023-06-30, 2022Q4 r1 2023Q1 r2",
        "2022Q3 1 8号 2022-11-01; 2022Q4 1 1号 2023-01-10, 2022-12-31, 2022Q3 r1"
    })
    void an_approval_counts_from_its_date_until_another_does(String recorded, LocalDate day, String inForce) {
        List<Approval> all = Arrays.stream(recorded.split("; ", -1))
                .map(text -> text.split(" ", -1))
                .map(words -> new Approval(
                        Period.parse(words[0]).orElseThrow(),
                        Integer.parseInt(words[1]),
                        new DocumentNumber("饶府字〔2023〕" + words[2]),
                        LocalDate.parse(words[3])))
                .toList();
        assertThat(String.join(
                        " ",
                        Approval.inForce(all, day).stream()
                                .map(each -> each.period() + " r" + each.revision())
                                .toList()))
                .isEqualTo(inForce);
    }
}
