/** A subsidy rule as its file says it: tables, subsidies with conditions, base, rate, caps and bearers, and checks. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.scheme;
