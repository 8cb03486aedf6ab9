package bankscore.paper;

import bankscore.finding.Words;
import bankscore.office.Approval;
import java.util.Optional;

/** What the head of every paper says of an approval. */
public final class ApprovalSentence {

    private ApprovalSentence() {}

    /** That this revision is approved or, loudly, that another one is; empty if none is. */
    public static Optional<String> of(Optional<Approval> approval, int revision, Words words) {
        return approval.map(known -> words.text(
                known.revision() == revision ? "approval.this" : "approval.other",
                "approved",
                known.revision(),
                "document",
                known.document(),
                "date",
                words.date(known.date()),
                "revision",
                revision));
    }
}
