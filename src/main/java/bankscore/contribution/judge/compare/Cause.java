package bankscore.contribution.judge.compare;

/** Why something changed, in the order in which the causes are applied. */
public enum Cause {
    /** Banks that came or went, or became or ceased to be assessed by the register or the period's end. */
    ROSTER,
    /** Other figures: of the banks, published ones, pools, holdings, risks. */
    DATA,
    /** Another rule. */
    RULE,
    /** What leaders changed in the plan; it concerns money only. */
    ADJUSTMENT
}
