package bankscore.contribution.allocation;

import bankscore.exact.Money;

/** A fixed sum for some banks; they take no part in the sharing. */
public record First(Where where, Money amount) {}
