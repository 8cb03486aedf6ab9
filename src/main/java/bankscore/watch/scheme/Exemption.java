package bankscore.watch.scheme;

import bankscore.rule.Condition;
import java.util.Optional;

/**
 * Who is listed and not judged, besides those whom their register leaves out.
 *
 * @param monthsOpen open for fewer months at the period's end (D13); absent: nobody for that
 * @param text a word in a column of the register; absent: nobody for that
 */
public record Exemption(Optional<Integer> monthsOpen, Optional<Condition.Text> text) {}
