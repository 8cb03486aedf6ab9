/** Sentences about what a rule that watches says and what it came to, and all that its papers show, arranged once. */
@org.jspecify.annotations.NullMarked
package bankscore.watch.say;
