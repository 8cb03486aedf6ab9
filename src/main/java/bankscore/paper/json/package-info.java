/**
 * JSON for machines: canonical text, findings, the manifest.
 *
 * <p>What a result holds is an application's.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper.json;
