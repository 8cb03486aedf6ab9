package bankscore.intake.text;

/** The check characters of numbers that people copy: of 统一社会信用代码 by GB 32100, of 公民身份号码 by GB 11643. */
public final class CheckCharacters {

    private static final int LENGTH = 18;

    /** Digits and capital letters without I, O, S, V and Z, which look like others. */
    private static final String OF_CREDIT_CODES = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final String OF_RESIDENT_IDS = "10X98765432";

    private CheckCharacters() {}

    /** Whether a text is a 统一社会信用代码: each sign weighs 3 times as much as the one before, modulo 31. */
    public static boolean isCreditCode(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        int modulus = OF_CREDIT_CODES.length();
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = OF_CREDIT_CODES.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % modulus;
        }
        return OF_CREDIT_CODES.charAt((modulus - sum % modulus) % modulus) == text.charAt(LENGTH - 1);
    }

    /** Whether a text is a 公民身份号码: each digit weighs half as much as the one before, modulo 11. */
    public static boolean isResidentId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int modulus = OF_RESIDENT_IDS.length();
        // The first of 17 digits weighs 2 to the 17th power, which is 7; half of a weight modulo 11 is 6 times it.
        int weight = 7;
        for (int i = 0; i < LENGTH - 1; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            sum += (digit - '0') * weight;
            weight = weight * 6 % modulus;
        }
        return OF_RESIDENT_IDS.charAt(sum % modulus) == text.charAt(LENGTH - 1);
    }
}
