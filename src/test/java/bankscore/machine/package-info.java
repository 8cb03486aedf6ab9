/** What the tests need of the machine, each in one way: the program as a process, LibreOffice, copies of folders. */
@org.jspecify.annotations.NullMarked
package bankscore.machine;
