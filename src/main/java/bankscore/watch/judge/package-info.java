/** Decides who is behind, by how much, for how long and what follows; how far targets are and what indices come to. */
@org.jspecify.annotations.NullMarked
package bankscore.watch.judge;
