package bankscore.run.request;

/** A job that neither completed nor was stopped by findings; the cause says why. */
public final class JobFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public JobFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
