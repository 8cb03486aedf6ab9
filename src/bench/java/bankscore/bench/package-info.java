/** Measures the program as its users start it, beside the limits of the same data on the same machine. No test. */
@NullMarked
package bankscore.bench;

import org.jspecify.annotations.NullMarked;

