package bankscore.run.request;

import bankscore.answer.Answer;
import bankscore.facts.ReceivedSheet;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.Holder;
import bankscore.paper.returns.ReadBackWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a run or check ended. */
public sealed interface RunOutcome {

    /**
     * Asks an end what it is.
     *
     * @param <R> what is made of it
     */
    interface Reader<R> {
        R published(Published end);

        R nothingNew(NothingNew end);

        R restored(Restored end);

        R clean(Clean end);

        R stopped(Stopped end);

        R locked(Locked end);

        R lost(Lost end);
    }

    <R> R read(Reader<R> reader);

    /** What was found, where anything was looked at. */
    default List<PrintedFinding> findings() {
        return List.of();
    }

    /** The revision published, or found to be the latest; 0 if none. */
    default int revision() {
        return 0;
    }

    /**
     * What a run read.
     *
     * @param findings all findings, in order
     * @param files how many input files
     * @param figures how many figures were staged
     * @param claims how many lines were staged beside them
     * @param cells how many filled cells were looked at
     * @param received what was understood of each sheet
     */
    record Looked(
            List<PrintedFinding> findings,
            int files,
            long figures,
            long claims,
            long cells,
            List<ReceivedSheet> received) {
        public Looked {
            findings = List.copyOf(findings);
            received = List.copyOf(received);
        }

        /** What was understood of each sheet, a line each. */
        public Answer.Section readBack(Words words) {
            return new ReadBackWords(words).section(received);
        }
    }

    /** A revision was published. */
    record Published(Looked looked, int revision, Path folder) implements RunOutcome {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.published(this);
        }

        @Override
        public List<PrintedFinding> findings() {
            return looked.findings();
        }
    }

    /** Nothing is new; the latest revision stands. */
    record NothingNew(Looked looked, int revision, Path folder) implements RunOutcome {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.nothingNew(this);
        }
    }

    /** Nothing is new, but the latest revision's folder was damaged and has been written again. */
    record Restored(Looked looked, int revision, Path folder) implements RunOutcome {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.restored(this);
        }
    }

    /**
     * The check found nothing that stops a run.
     *
     * @param folder with what there is to know; absent if there is nothing
     * @param uncompared whether no earlier period is published that the figures could be held against
     */
    record Clean(Looked looked, Optional<Path> folder, boolean uncompared) implements RunOutcome {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.clean(this);
        }

        @Override
        public List<PrintedFinding> findings() {
            return looked.findings();
        }
    }

    /**
     * Findings stop the run.
     *
     * @param revision the latest one published; 0 if none
     */
    record Stopped(Looked looked, int revision, Path folder) implements RunOutcome {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.stopped(this);
        }

        @Override
        public List<PrintedFinding> findings() {
            return looked.findings();
        }
    }

    /**
     * Another run holds the lock.
     *
     * @param holder as far as it is known
     */
    record Locked(Optional<Holder> holder) implements RunOutcome {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.locked(this);
        }
    }

    /**
     * The run lost its lock on the way, and has changed nothing since.
     *
     * @param revision with the very results that it was about, published before it lost the lock or by another run; 0 if
     *     none
     * @param holder who took the lock since; empty: nobody
     */
    record Lost(int revision, Optional<Holder> holder) implements RunOutcome {
        @Override
        public <R> R read(Reader<R> reader) {
            return reader.lost(this);
        }
    }

    /**
     * An end as it is told.
     *
     * @param recovered whether an interrupted run was put right first
     * @param approval the approval of the period that holds, whichever revision it is of
     * @param filed the slips that were written
     */
    record Told(RunOutcome end, boolean recovered, Optional<Approval> approval, FiledSlips filed) {}
}
