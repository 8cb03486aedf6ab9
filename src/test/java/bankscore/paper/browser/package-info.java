/** Published pages in a real browser: called by {@code .ci/browser}. */
@org.jspecify.annotations.NullMarked
package bankscore.paper.browser;
