package bankscore.read.file;

/**
 * A worksheet of a workbook.
 *
 * @param index among the worksheets, from 0, in the workbook's order; chart and dialog sheets do not count
 * @param name as its tab shows it
 * @param hidden whether the tab is hidden
 */
public record Sheet(int index, String name, boolean hidden) {}
