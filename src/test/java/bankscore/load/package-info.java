/** Rule files: strictly loaded, proved sound, and worked by cases. */
@org.jspecify.annotations.NullMarked
package bankscore.load;
