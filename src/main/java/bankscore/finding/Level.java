package bankscore.finding;

/** How much a finding matters. Its Chinese name is under {@code level.<name>} in the message file. */
public enum Level {
    /** 错误: must be mended; nothing is scored. */
    ERROR,
    /** 核实: stands, is printed in the report, and should carry a reason. */
    REVIEW,
    /** 提示: worth knowing. */
    HINT
}
