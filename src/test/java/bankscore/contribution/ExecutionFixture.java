package bankscore.contribution;

import bankscore.contribution.execution.ApprovedPlan;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.execution.HeldAgainstPlan;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first quarter after an approved plan for 社会保险基金; what the banks hold is that of {@link PaperFixture}. */
public final class ExecutionFixture {

    /** Nothing to move anywhere: what each bank holds. */
    private static final String[] STAYS = {
        "B001 80000 80000",
        "B002 150000 150000",
        "B003 20000 20000",
        "B004 150000.000001 150000.000001",
        "B005 12000 12000"
    };

    private ExecutionFixture() {}

    /**
     * The report of the quarter after.
     *
     * @param rows the plan's banks that it moves: bank, before, target; the fourth word 收回 where all is to be taken back
     */
    public static Report report(String... rows) {
        Report report = PaperFixture.report(PaperFixture.quarter(new Period(2023, 1), List.of(), true));
        List<ApprovedPlan.Row> banks = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        for (String stays : STAYS) {
            String bank = stays.substring(0, 4);
            String[] words = List.of(rows).stream()
                    .filter(row -> row.startsWith(bank))
                    .findFirst()
                    .orElse(stays)
                    .split(" ", -1);
            Money before = Money.ofWan(words[1]);
            Money target = Money.ofWan(words[2]);
            banks.add(new ApprovedPlan.Row(
                    bank, bank, before, target, words.length > 3 ? PlanRow.Note.WITHDRAWN : PlanRow.Note.NONE));
            Money change = target.minus(before);
            if (!change.isZero()) {
                boolean leaves = change.isNegative();
                transfers.add(new Transfer(
                        leaves ? bank : Transfer.OUTSIDE,
                        leaves ? Transfer.OUTSIDE : bank,
                        leaves ? change.negate() : change,
                        false,
                        Optional.empty()));
            }
        }
        Approval approval =
                new Approval(new Period(2022, 4), 1, new DocumentNumber("饶府字〔2023〕1号"), LocalDate.of(2023, 1, 10));
        ApprovedPlan plan = new ApprovedPlan(
                approval,
                List.of(new ApprovedPlan.Fund(
                        "社会保险基金",
                        banks,
                        List.of(new ApprovedPlan.Row("B007", "B007", Money.ZERO, Money.ZERO, PlanRow.Note.NONE)),
                        transfers)));
        Optional<Execution> execution = HeldAgainstPlan.of(List.of(plan), report.quarter(), 3);
        return new Report(
                report.judged(),
                report.findings(),
                report.run(),
                List.of(),
                List.of(),
                report.columns(),
                Optional.empty(),
                execution,
                report.arguments());
    }
}
