package bankscore.run;

import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The transaction of a step of one piece. Whatever the step throws ends it: what does not roll back Spring Batch takes for
 * a step that is to be called again, for ever.
 */
public final class StepTransaction extends DefaultTransactionAttribute {

    private static final long serialVersionUID = 1L;

    /** @param propagation one of {@link org.springframework.transaction.TransactionDefinition}'s */
    public StepTransaction(int propagation) {
        super(propagation);
    }

    @Override
    public boolean rollbackOn(Throwable thrown) {
        return true;
    }
}
