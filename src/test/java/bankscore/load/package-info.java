@org.jspecify.annotations.NullMarked
package bankscore.load;
