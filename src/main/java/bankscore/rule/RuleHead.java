package bankscore.rule;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a version of a rule says of itself.
 *
 * @param id this version's id, such as {@code shangrao-2022}
 * @param rule the rule of which it is a version, such as {@code shangrao}
 * @param from the first day it is in force
 * @param to the last day it is in force, if known
 * @param digest SHA-256 of its file
 */
public record RuleHead(String id, String rule, String title, LocalDate from, Optional<LocalDate> to, String digest) {}
