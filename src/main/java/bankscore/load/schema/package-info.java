/** What the files of a configuration and of a result may say, as JSON Schema for editors (scheme.md#editors). */
@org.jspecify.annotations.NullMarked
package bankscore.load.schema;
