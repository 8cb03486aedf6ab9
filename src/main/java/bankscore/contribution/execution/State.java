package bankscore.contribution.execution;

/** How far a bank's change, or a transfer, has come (D23). */
public enum State {
    /** 已落实: all that is due has moved. */
    DONE,
    /** 未到期: nothing is due. */
    NOT_DUE,
    /** 部分落实: some of what is due has moved. */
    PARTLY,
    /** 未落实: nothing of what is due has moved. */
    NOT_DONE,
    /** 超出: more has moved than the whole change. */
    BEYOND,
    /** 无法判断: balances do not tell. */
    UNKNOWN
}
