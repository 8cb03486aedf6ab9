/**
 * The database itself: how it is reached and looked at before, its tables version by version, what its refusals mean, and who
 * holds the lock, and how others work on what it holds while it is asked for more. What is in the tables is the business of the stores above.
 */
@NullMarked
package bankscore.store.database;

import org.jspecify.annotations.NullMarked;
