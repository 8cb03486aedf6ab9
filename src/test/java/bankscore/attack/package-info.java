/**
 * Attacks on the real program as a process: killed, raced, starved, lied to. Each test says which promise of the program it
 * holds; what was attacked is written to {@code target/attack}, and {@code .ci/attack} adds it up.
 */
@NullMarked
package bankscore.attack;

import org.jspecify.annotations.NullMarked;
