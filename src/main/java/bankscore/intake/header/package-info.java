/**
 * A sheet is recognised by its header row, however it is spread over lines and merged cells.
 *
 * <p>Rows below the header are not looked at here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.intake.header;
