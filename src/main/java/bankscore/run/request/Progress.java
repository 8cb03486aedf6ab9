package bankscore.run.request;

import java.util.Locale;

/** Is told how far a run is, from one thread at a time. It must not fail, but may stop the run where a stage begins. */
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void begins(Stage stage) {}

        @Override
        public void reached(long rows, int permille) {}
    };

    /** Somebody stops the run before a stage begins: what was done is put right by the next run, as after a kill. */
    final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Stopped() {
            super("stopped");
        }
    }

    /** What a run does, in this order. */
    enum Stage {
        /** The files are copied and hashed. */
        TAKE,
        /** Sheets are recognised by their headers. */
        RECOGNISE,
        /** Rows are read, checked and stored. */
        STAGE,
        /** Tables are held against each other and against earlier periods, and the result is computed. */
        JUDGE,
        /** The papers are made and put into place. */
        PUBLISH;

        /** The stage that a step of the job is. */
        static Stage of(String step) {
            return valueOf(step.toUpperCase(Locale.ROOT));
        }
    }

    /** A stage begins, the one before has ended; it may be {@link Stopped}. */
    void begins(Stage stage);

    /**
     * So much of the stage is done.
     *
     * @param rows so far
     * @param permille from 0 to 1000, by the size of the files
     */
    void reached(long rows, int permille);
}
