package bankscore.office;

import bankscore.exact.Period;
import java.time.LocalDate;

/**
 * The government's approval of a published revision.
 *
 * <p>It changes nothing that is published and is no part of a result: it neither enters the identity of a run nor makes a
 * new revision. Revisions that are published after it say that another one is approved.
 *
 * @param document the approving document
 * @param date the document's date
 */
public record Approval(Period period, int revision, DocumentNumber document, LocalDate date) {}
