package bankscore.contribution.execution;

import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Quarter;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.office.Approval;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What has to be verified of an execution, at the cells of the balances: one finding a bank and fund, the gravest. */
final class ExecutionFindings {

    private final Quarter quarter;
    private final String documents;
    private final int lateMonths;

    ExecutionFindings(Quarter quarter, List<Approval> approvals, int lateMonths) {
        this.quarter = quarter;
        this.documents = approvals.stream()
                .map(approval -> approval.document().text())
                .distinct()
                .collect(Collectors.joining("、"));
        this.lateMonths = lateMonths;
    }

    List<Finding> of(List<ExecutedFund> funds, List<String> unseen, boolean sheet) {
        List<Finding> withdrawals = new ArrayList<>();
        List<Finding> others = new ArrayList<>();
        for (ExecutedFund fund : funds) {
            for (ExecutedRow row : fund.rows()) {
                if (row.notWithdrawn().isPositive()) {
                    withdrawals.add(at(Code.W321, fund.fund(), row).with("found", row.notWithdrawn()));
                } else if (row.against()) {
                    others.add(at(Code.W323, fund.fund(), row)
                            .with("found", row.held())
                            .with("expected", row.before())
                            .with(Finding.VARIANT, row.change().isZero() ? "frozen" : ""));
                } else if (row.overdue().isPositive()) {
                    others.add(at(Code.W322, fund.fund(), row)
                            .with("found", row.overdue())
                            .with("months", lateMonths)
                            .with("held", row.held())
                            .with("expected", row.dueHolding()));
                }
            }
            for (ExecutedFund.Other other : fund.others()) {
                if (!other.outside()) {
                    others.add(at(Code.W323, fund.fund(), other.name(), other.cells())
                            .with("found", other.held())
                            .with("expected", "")
                            .with(Finding.VARIANT, "unplanned"));
                }
            }
        }
        if (!unseen.isEmpty()) {
            Finding missing = Finding.of(Code.W324, sheetOfHoldings())
                    .with("found", String.join("、", unseen))
                    .with("document", documents);
            others.add(sheet ? missing : missing.with(Finding.VARIANT, "sheet"));
        }
        withdrawals.addAll(others);
        return withdrawals;
    }

    private Finding at(Code code, String fund, ExecutedRow row) {
        return at(code, fund, row.name(), row.cells());
    }

    private Finding at(Code code, String fund, String bank, List<Place> cells) {
        return Finding.of(code, cells.isEmpty() ? sheetOfFund(fund) : cells.get(0))
                .subject(bank)
                .with("bank", bank)
                .with("fund", fund)
                .with("document", documents);
    }

    /** Where a bank's row is missed. */
    private Place sheetOfFund(String fund) {
        return quarter.holdings().stream()
                .filter(each -> Register.key(each.fund()).equals(Register.key(fund)))
                .findFirst()
                .map(each -> each.place().sheetOnly())
                .orElse(Place.NONE);
    }

    private Place sheetOfHoldings() {
        return quarter.holdings().stream()
                .findFirst()
                .map(Holding::place)
                .map(Place::sheetOnly)
                .orElse(Place.NONE);
    }
}
