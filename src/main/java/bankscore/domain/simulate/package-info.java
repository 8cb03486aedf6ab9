/** What if: settings of a simulation, and what figures they change. Scores and plans are computed as always. */
@org.jspecify.annotations.NullMarked
package bankscore.domain.simulate;
