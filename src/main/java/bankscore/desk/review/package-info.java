/** Reviewing and approving: how far each revision has come, what is signed, and who may do what about it. */
@org.jspecify.annotations.NullMarked
package bankscore.desk.review;
