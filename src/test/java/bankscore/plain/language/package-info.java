/**
 * A second, plain calculation of the whole rule language, written from {@code scheme.md} and apart from the engine, and
 * random schemes and quarters to try both with.
 */
@org.jspecify.annotations.NullMarked
package bankscore.plain.language;
