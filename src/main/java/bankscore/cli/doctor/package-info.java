/**
 * What a machine must have for the program, looked at before the first quarter and when something is in the way.
 *
 * <p>{@link bankscore.cli.doctor.ThisMachine} looks, {@link bankscore.cli.doctor.Doctor} judges what was seen.
 */
@org.jspecify.annotations.NullMarked
package bankscore.cli.doctor;
