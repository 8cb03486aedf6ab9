/**
 * Who gets in: host, origin, one-time key, session, and what a refusal looks like.
 *
 * <p>Start at {@link bankscore.desk.guard.Guard}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.guard;
