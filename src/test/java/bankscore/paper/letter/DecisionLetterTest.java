package bankscore.paper.letter;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.load.WordsLoader;
import bankscore.machine.LibreOffice;
import bankscore.machine.PdfPage;
import bankscore.machine.PdfPage.Word;
import bankscore.office.Decision.Verdict;
import bankscore.office.People;
import bankscore.office.Revision;
import bankscore.office.Role;
import bankscore.office.Series;
import bankscore.office.Signer;
import bankscore.office.Standing;
import bankscore.office.Way;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which a revision is signed by hand, as it lies on paper. */
class DecisionLetterTest {

    private static final LocalDate DAY = LocalDate.of(2023, 1, 10);

    @TempDir
    Path folder = Path.of("");

    private static Signer signer(String name, Role role, String user) {
        return new Signer(
                name,
                "MCowBQYDK2VwAyEA" + "A".repeat(44),
                Set.of(role),
                Optional.of(user).filter(text -> !text.isEmpty()),
                DAY.minusYears(1),
                Optional.empty());
    }

    private static Standing taken(Standing from, Verdict verdict, Standing.Act act, List<Way.Taken> all) {
        all.add(new Way.Taken(verdict, act, "bureau"));
        return (Standing)
                switch (verdict) {
                    case REVIEWED -> from.review(act);
                    case RETURNED -> from.giveBack(act);
                    case APPROVED -> from.approve(act);
                };
    }

    /** Returned once, reviewed and approved: the most that usually stands on it. */
    @Test
    void what_was_decided_stands_on_one_page_with_room_for_ink() throws Exception {
        Signer reviewer = signer("王五", Role.REVIEWER, "");
        Signer leader = signer("赵六", Role.LEADER, "");
        People people = new People(List.of(reviewer, leader, signer("李四", Role.MAKER, "bureau")), true, false);
        List<Way.Taken> taken = new ArrayList<>();
        Standing standing = new Standing.Generated("bureau");
        standing = taken(
                standing,
                Verdict.RETURNED,
                new Standing.Act(
                        Optional.of(reviewer), "2023-01-09T15:20:00+08:00", DAY, "农发行基本户余额与对账单不符，请核对后重新报来", people),
                taken);
        standing = taken(
                standing,
                Verdict.REVIEWED,
                new Standing.Act(Optional.of(reviewer), "2023-01-10T09:05:00+08:00", DAY, "", people),
                taken);
        standing = taken(
                standing,
                Verdict.APPROVED,
                new Standing.Act(
                        Optional.of(leader), "2023-01-10T16:40:00+08:00", DAY, "饶府字〔2023〕1号 2023-01-10", people),
                taken);
        Revision revision = new Revision(
                new Period(2022, 4),
                1,
                true,
                7,
                "identity",
                "7QK2-M0XA-93TD-H5VN",
                "shangrao-2022",
                "0".repeat(64),
                "115798539854455d3f7782a1c84dccdb37ae191d9e5519b978304c1d632a6d0d",
                "2023-01-09T11:00:00+08:00");
        Path file = folder.resolve("r1-签批单.docx");

        DecisionLetter.write(
                new Way(revision, "bureau", "2023-01-09T11:00:00+08:00", taken, standing),
                new DecisionLetter.Named("上饶市银行机构支持地方经济发展贡献度考核", people.called("bureau")),
                new Series("上饶市", ""),
                WordsLoader.load(),
                file);

        LibreOffice.assumeThere();
        LibreOffice.convert(List.of(file), "pdf", folder, folder.resolve("office"));
        List<PdfPage> pages = PdfPage.of(folder.resolve("r1-签批单.pdf"), folder);
        assertThat(pages).hasSize(1);
        List<String> lines = pages.get(0).blocks().stream()
                .flatMap(List::stream)
                .map(line -> line.text().replace(" ", ""))
                .toList();
        assertThat(lines)
                .contains("上饶市2022年第四季度", "结果签批单", "李四", "王五", "赵六", "饶府字〔2023〕1号", "2023年1月10日")
                .anyMatch(line -> line.contains("7QK2-M0XA-93TD-H5VN"))
                .noneMatch(line -> line.contains("bureau"));
        List<Word> words = pages.get(0).blocks().stream()
                .flatMap(List::stream)
                .flatMap(line -> line.words().stream())
                .toList();
        assertThat(words)
                .allSatisfy(word -> assertThat(words)
                        .filteredOn(other -> !other.equals(word))
                        .noneMatch(word::covers));
    }
}
