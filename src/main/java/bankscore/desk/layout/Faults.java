package bankscore.desk.layout;

import bankscore.front.RunLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** What is told of something that went wrong: one sentence, with the number under which the log says where. */
@Component
public class Faults {

    private final Workplace workplace;

    public Faults(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Writes it into the log, and says so in words. */
    public String said(Throwable thrown) {
        return workplace
                .words()
                .text(
                        isOfTheMachine(thrown) ? "desk.refusal.environment" : "desk.refusal.500",
                        "fault",
                        RunLog.fault(thrown));
    }

    /** Whether disk or database failed, and not the program. */
    private static boolean isOfTheMachine(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof UncheckedIOException
                    || cause instanceof SQLException
                    || cause instanceof VirtualMachineError) {
                return true;
            }
        }
        return false;
    }
}
