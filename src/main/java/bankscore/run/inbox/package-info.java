/**
 * What offices have sent for a period, as a front keeps it: files put in, replaced and withdrawn, a piece of a sheet around a
 * cell, and reasons that are given on the spot.
 *
 * <p>Start at {@link bankscore.run.inbox.Inbox}. All of it is files of the input folder, so that every front sees the same.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.inbox;
