package bankscore.contribution;

import bankscore.contribution.execution.ApprovedPlan;
import bankscore.contribution.papers.PublishedPlan;
import bankscore.exact.Sha256;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.ForeignRow;
import bankscore.office.Revision;
import bankscore.run.publish.Publisher;
import bankscore.store.Stores;
import java.util.List;

/**
 * The plans that approvals are about, out of the archive: what was signed is what was published, so that neither today's rule
 * nor today's program has a say in it.
 */
final class ApprovedPlans {

    private ApprovedPlans() {}

    /**
     * The plans, one for each approval.
     *
     * @throws ForeignRow if the archive does not hold the result that was approved
     */
    static List<ApprovedPlan> of(Stores stores, List<Approval> approvals, Words words) {
        return approvals.stream()
                .map(approval -> PublishedPlan.of(approval, result(stores, approval), words))
                .toList();
    }

    private static byte[] result(Stores stores, Approval approval) {
        return result(
                stores,
                stores.revisions()
                        .published(approval.period(), approval.revision())
                        .orElseThrow(() -> new ForeignRow("revision", null)));
    }

    /**
     * The archived result of a published revision.
     *
     * @throws ForeignRow if the archive does not hold what was published
     */
    static byte[] result(Stores stores, Revision revision) {
        byte[] result = stores.archive()
                .file(revision.period(), revision.number(), Publisher.RESULT)
                .orElse(new byte[0]);
        if (!Sha256.of(result).equals(revision.resultDigest())) {
            throw new ForeignRow("published_file", null);
        }
        return result;
    }
}
