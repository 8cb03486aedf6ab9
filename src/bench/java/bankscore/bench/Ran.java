package bankscore.bench;

/**
 * How a process went.
 *
 * @param seconds by the clock; NaN where nobody waits for it
 * @param processor seconds of processor time, of the process and what it started; NaN where the system does not tell
 * @param megabytes the most memory that it held; 0 where the system does not tell
 * @param said what it printed
 */
record Ran(double seconds, double processor, long megabytes, String said) {

    /** The same, of which so many seconds by the clock count. */
    Ran lasting(double counted) {
        return new Ran(counted, processor, megabytes, said);
    }

    /** The same, if what it printed are milliseconds and those count. */
    Ran lastingWhatItSaid() {
        return lasting(millis() / 1000);
    }

    /** The number that it printed. */
    double millis() {
        return Double.parseDouble(said.strip());
    }

    /** Both, one after the other. */
    Ran then(Ran next) {
        return new Ran(
                seconds + next.seconds, processor + next.processor, Math.max(megabytes, next.megabytes), next.said);
    }
}
