package bankscore.rule;

import java.util.Locale;

/** How certain a parameter is. Nothing is shown as more certain than it is. */
public enum Mark {
    /** 原文: the published text says so. */
    TEXT,
    /** 理解: our reading of what the text leaves open. */
    READING,
    /** 假定: assumed, because no public text says it. */
    ASSUMED;

    /** The word in scheme files and in {@code result.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
