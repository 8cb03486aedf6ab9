/** What a province keeps: how far each county is, the files that workers need, and who the workers are. */
@org.jspecify.annotations.NullMarked
package bankscore.store.province;
