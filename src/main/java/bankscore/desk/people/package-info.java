/** Who the people of the office are: who signs by which key, and how a key is opened at the desk. */
@org.jspecify.annotations.NullMarked
package bankscore.desk.people;
