package bankscore.office;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an official document after GB/T 9704-2012, such as 饶府字〔2023〕1号: the office's sign, the year in
 * hexagonal brackets, a number without leading zeros and without 第.
 */
public record DocumentNumber(String text) {

    private static final Pattern FORM = Pattern.compile("\\p{IsHan}{2,30}〔((?:19|20|21)[0-9]{2})〕[1-9][0-9]{0,5}号");
    private static final int MOST = 60;

    public DocumentNumber {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a document number: " + text);
        }
    }

    /** Reads what was typed: other brackets, full-width digits and spaces are put right, nothing else is. */
    public static Optional<DocumentNumber> read(String typed) {
        String text = typed.length() > MOST
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}]", "")
                        .replaceAll("[\\[({【〔]", "〔")
                        .replaceAll("[\\])}】〕]", "〕");
        return FORM.matcher(text).matches() ? Optional.of(new DocumentNumber(text)) : Optional.empty();
    }

    public int year() {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(text);
        }
        return Integer.parseInt(matcher.group(1));
    }

    @Override
    public String toString() {
        return text;
    }
}
