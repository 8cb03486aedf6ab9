package bankscore.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Invented numbers that carry the check characters of their standards, worked out here once more by the standards' text. */
public final class CheckedNumbers {
    /** The 31 characters of a credit code in the order of their values: no I, O, S, V, Z. */
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckedNumbers() {}

    /** The credit code of the invented firm of that number, from an area that is nowhere. */
    public static String creditCode(int number) {
        String unit = "YYY%05d".formatted(number);
        return withCreditCheck("91" + "339999" + unit + unitCheck(unit));
    }

    /** The 17 characters of a credit code with the 18th: 31 less the sum of values times 3^i, by 31 (GB 32100). */
    public static String withCreditCheck(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return seventeen + CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The ninth character of a unit's own number, by 11 (GB 11714). */
    private static char unitCheck(String eight) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(eight.charAt(i), 36) * weights[i];
        }
        return "0123456789X".charAt((11 - sum % 11) % 11);
    }

    /** The resident number of an invented person, from an area that is nowhere. */
    public static String residentId(LocalDate born, int number) {
        return withResidentCheck("339900" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number));
    }

    /** The 17 digits of a resident number with the 18th: the sum of digits times 2^(17-i), by 11 (GB 11643). */
    public static String withResidentCheck(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += Character.digit(seventeen.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
