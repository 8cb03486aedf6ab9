/**
 * What is wrong, questionable or worth knowing in the data: findings as values, all collected, never thrown.
 *
 * <p>A {@link bankscore.domain.finding.Finding} holds a stable code, the place and the details; its Chinese words are in
 * {@code messages.properties} under the code and are put together by {@link bankscore.domain.finding.Words}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain.finding;
