/**
 * What offices do wrong to a whole quarter, and what becomes of it: either the result stays what it was, or somebody is
 * told where to look. Every mistake is made in the files of the sample quarter, as a clerk would make it.
 */
@NullMarked
package bankscore.mistakes;

import org.jspecify.annotations.NullMarked;
