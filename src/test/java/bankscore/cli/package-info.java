@org.jspecify.annotations.NullMarked
package bankscore.cli;
