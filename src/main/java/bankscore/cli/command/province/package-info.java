/**
 * The commands of a province: all its counties, and a worker that takes some of them.
 *
 * <p>What a county's work is, is not known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.cli.command.province;
