package bankscore.machine;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits until something has come that another thread, process or server does; what does not come fails the test. */
public final class Waiting {

    private static final Duration MOST = Duration.ofMinutes(1);
    private static final long BETWEEN_MILLIS = 5;

    private Waiting() {}

    /** Waits a minute at most. */
    public static void until(String what, Callable<Boolean> come) throws Exception {
        until(what, MOST, come);
    }

    /**
     * Waits.
     *
     * @param what is waited for, for the message
     * @param most how long at most
     * @throws AssertionError if it has not come by then
     */
    public static void until(String what, Duration most, Callable<Boolean> come) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        while (!come.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + most + ": " + what);
            }
            Thread.sleep(BETWEEN_MILLIS);
        }
    }
}
