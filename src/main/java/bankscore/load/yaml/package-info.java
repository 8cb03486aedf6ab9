/** YAML with the place of every node: what a file may say, what it says, and what was meant. The YAML library lives here. */
@org.jspecify.annotations.NullMarked
package bankscore.load.yaml;
