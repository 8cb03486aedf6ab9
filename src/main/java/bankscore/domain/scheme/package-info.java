/**
 * The rule: what a scheme file says, as types.
 *
 * <p>A {@link bankscore.domain.scheme.Scheme} reads from top to bottom like its file. Formulas are a sealed tree, methods
 * and forms of sharing are closed lists; what each computes stands in {@code score} and {@code allocate}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain.scheme;
