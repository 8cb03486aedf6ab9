package bankscore.sample;

/**
 * A column of a form.
 *
 * @param heading as the office writes it, with its line breaks, spaces and brackets
 * @param width in characters of the usual font
 * @param shape how its cells look
 * @param summed whether its total row holds a sum
 */
record SampleColumn(String heading, int width, Shape shape, boolean summed) {
    /** How the cells of a column look. */
    enum Shape {
        TEXT("@"),
        CENTRED("General"),
        AMOUNT("#,##0.00"),
        AMOUNT_IN_YI("#,##0.00####"),
        COUNT("#,##0"),
        RATING("0.0"),
        PERCENT("0.00%"),
        DATE("yyyy\"年\"m\"月\"d\"日\""),
        DAY("yyyy-mm-dd");

        private final String format;

        Shape(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }
    }

    static SampleColumn ordinal() {
        return new SampleColumn("序号", 6, Shape.CENTRED, false);
    }

    static SampleColumn text(String heading, int width) {
        return new SampleColumn(heading, width, Shape.TEXT, false);
    }

    static SampleColumn centred(String heading, int width) {
        return new SampleColumn(heading, width, Shape.CENTRED, false);
    }

    static SampleColumn amount(String heading) {
        return new SampleColumn(heading, 17, Shape.AMOUNT, true);
    }

    static SampleColumn amountInYi(String heading) {
        return new SampleColumn(heading, 17, Shape.AMOUNT_IN_YI, true);
    }

    static SampleColumn count(String heading) {
        return new SampleColumn(heading, 13, Shape.COUNT, true);
    }

    static SampleColumn rating(String heading) {
        return new SampleColumn(heading, 9, Shape.RATING, false);
    }

    static SampleColumn figure(String heading, Shape shape) {
        return new SampleColumn(heading, 14, shape, false);
    }

    /** The same column under the heading as an office writes it. */
    SampleColumn headed(String otherHeading) {
        return new SampleColumn(otherHeading, width, shape, summed);
    }

    static SampleColumn date(String heading) {
        return new SampleColumn(heading, 17, Shape.DATE, false);
    }
}
