package bankscore.office;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the office fills in on a letter. Empty places are shown by ×.
 *
 * @param office who signs (署名)
 * @param addressee whom it is addressed to (主送机关), without the colon
 * @param number 发文字号
 * @param date 成文日期
 * @param signatory 签发人
 * @param contact 联系人
 * @param telephone of the contact
 * @param reply by when whoever is written to is to answer
 */
public record Letterhead(
        String office,
        String addressee,
        Optional<String> number,
        Optional<LocalDate> date,
        Optional<String> signatory,
        Optional<String> contact,
        Optional<String> telephone,
        Optional<LocalDate> reply) {

    /** Of a letter that asks for no answer. */
    public Letterhead(
            String office,
            String addressee,
            Optional<String> number,
            Optional<LocalDate> date,
            Optional<String> signatory,
            Optional<String> contact,
            Optional<String> telephone) {
        this(office, addressee, number, date, signatory, contact, telephone, Optional.empty());
    }
}
