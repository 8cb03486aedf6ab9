/** What several machines share in one database: the files that a worker needs, and who the workers are. */
@org.jspecify.annotations.NullMarked
package bankscore.store.shared;
