@org.jspecify.annotations.NullMarked
package bankscore.domain;
