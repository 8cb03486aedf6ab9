/**
 * Cells with their places, from files.
 *
 * <p>Here lives what an incoming file is: {@link bankscore.read.InputFolder} copies and hashes what offices sent, {@link
 * bankscore.read.Workbook} opens a copy by its content, whatever its name, and {@link bankscore.read.Rows} streams the rows
 * of a sheet as {@link bankscore.domain.intake.SheetRow}s. One class per format: .xlsx, .xls and CSV. What cannot be read is
 * an {@link bankscore.read.UnreadableFile} that carries its finding; nothing else escapes for corrupt or hostile content.
 *
 * <p>This room knows POI, Aalto and the domain's rooms {@code intake} and {@code finding}. It may not know banks, datasets,
 * headings, scoring, Spring or SQL, and it never looks into the meaning of a cell. It is the only room that meets a {@code
 * double}: once per number, in {@link bankscore.read.Numbers}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.read;
