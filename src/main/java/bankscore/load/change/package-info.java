/** Rules of which some parameters are otherwise: a setting is written into the file's tree before it is loaded. */
@org.jspecify.annotations.NullMarked
package bankscore.load.change;
