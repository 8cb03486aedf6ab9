/**
 * The counties of a province shared out to workers on any machine, by messages that lie in the database: the only part
 * that needs Spring Integration.
 */
@org.jspecify.annotations.NullMarked
package bankscore.province.remote;
