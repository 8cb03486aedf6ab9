/**
 * What somebody types to try how it would be with one thing otherwise than received: a path and a value, what it changed, and
 * why it is refused. Who knows where a path leads changes the thing.
 */
@org.jspecify.annotations.NullMarked
package bankscore.intake.change;
