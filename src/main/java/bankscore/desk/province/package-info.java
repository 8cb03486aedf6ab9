/**
 * How far the counties of a province are, for whoever looks on while they are worked on.
 *
 * <p>Start at {@link bankscore.desk.province.ProvincePage}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.province;
