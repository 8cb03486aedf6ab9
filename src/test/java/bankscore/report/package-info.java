/** The outputs, made from invented quarters and read again. */
@org.jspecify.annotations.NullMarked
package bankscore.report;
