package bankscore.facts;

/**
 * An office's written reason for a finding that stands.
 *
 * @param code the finding's code, in capital letters
 * @param file the finding's file as the office wrote it; empty if not stated
 * @param cell the finding's cell in capital letters; empty if not stated; behind a code with a colon what its application
 *     asks for there
 * @param reason why the figure is right as it is
 * @param by who says so; empty if not stated
 */
public record WrittenReason(String code, String file, String cell, String reason, String by) {}
