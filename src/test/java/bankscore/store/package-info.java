@org.jspecify.annotations.NullMarked
package bankscore.store;
