/**
 * The exact core's vocabulary: arithmetic, periods and places.
 *
 * <p>Pure Java. Nothing here reads a file, a clock or a database, and nothing here is inexact: {@link
 * bankscore.domain.Fraction}, {@link bankscore.domain.Money} and {@link bankscore.domain.Rounding} are the only
 * arithmetic of the program. The rooms below follow the stages of the work: {@code intake} (cells become figures),
 * {@code finding}, {@code check}, {@code scheme} (the rule), {@code score}, {@code allocate}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain;
