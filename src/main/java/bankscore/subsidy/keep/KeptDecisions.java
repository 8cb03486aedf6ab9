package bankscore.subsidy.keep;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.ForeignRow;
import bankscore.store.BlockStore;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Memory;
import bankscore.subsidy.decide.Spool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What was decided of each line, in the database: so later periods know what was granted, and anybody can see later why.
 *
 * <p>A block is deflated (RFC 1950): how many decisions there are, then each, in the decided order.
 */
public final class KeptDecisions {

    /** How whoever verifies a result calls it. */
    public static final String TABLE = BlockStore.TABLE;

    private static final String PART = "decisions";

    /** So many decisions of a dozen cells are some hundred thousand bytes. */
    private static final int MOST = 1000;

    private static final int BUFFER = 1 << 14;

    private final BlockStore store;

    public KeptDecisions(BlockStore store) {
        this.store = store;
    }

    /** Keeps all decisions of a job instance, in the order in which they come, in the place of those that it kept before. */
    public Spool<Decision> anew(long instance) {
        forget(instance);
        return new Block(instance);
    }

    /** Forgets the decisions of a job instance. */
    public void forget(long instance) {
        store.clear(instance, PART);
    }

    /** Gives the decisions of a job instance in the decided order. */
    public void each(long instance, Consumer<Decision> to) {
        store.each(instance, PART, content -> read(content, to));
    }

    /** Whether these are the decisions that are kept, each in its place. */
    public boolean are(long instance, Decisions.Lines lines) {
        Sha256 kept = new Sha256();
        each(instance, decision -> kept.add(said(decision)));
        Sha256 again = new Sha256();
        lines.each(decision -> again.add(said(decision)));
        return kept.hex().equals(again.hex());
    }

    /** All of a decision; the cells of its line in an order of their own. */
    private static String said(Decision decision) {
        return String.join(
                "\n",
                decision.subsidy(),
                decision.line().sheet() + " " + decision.line().at() + " "
                        + decision.line().reference(),
                new TreeMap<>(decision.line().claim().cells()).toString(),
                decision.claimant() + " " + decision.payee() + " " + decision.day(),
                decision.outcome() + " " + decision.sums() + " " + decision.levels());
    }

    /** Gives the decisions of a block one by one, so that none is held longer than somebody looks at it. */
    private static void read(byte[] content, Consumer<Decision> to) {
        DecisionForm form = new DecisionForm();
        ByteReader from = new ByteReader(new KnownWords());
        for (int left = begin(content, from); left > 0; left--) {
            to.accept(next(form, from));
        }
    }

    private static int begin(byte[] content, ByteReader from) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(content))) {
            from.read(in.readAllBytes(), 0);
            return from.four();
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new ForeignRow(TABLE, e);
        }
    }

    private static Decision next(DecisionForm form, ByteReader from) {
        try {
            return form.read(from);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new ForeignRow(TABLE, e);
        }
    }

    /**
     * A period whose decisions are kept.
     *
     * @param instance the job instance of its highest revision that was not sent back
     */
    public record Earlier(Period period, long instance) {}

    /** What earlier periods granted. */
    public Memory memory(List<Earlier> periods) {
        return to -> periods.forEach(earlier -> each(earlier.instance(), decision -> {
            if (!decision.outcome().isRefused()) {
                to.accept(new Memory.Granted(
                        earlier.period(),
                        decision.subsidy(),
                        decision.day(),
                        decision.line().claim(),
                        decision.granted()));
            }
        }));
    }

    /** A block that is being filled. */
    private final class Block implements Spool<Decision> {

        private final long instance;
        private final DecisionForm form = new DecisionForm();
        private ByteWriter bytes = new ByteWriter(new KnownWords());
        private int decisions;
        private int position;

        Block(long instance) {
            this.instance = instance;
        }

        @Override
        public void put(long key, Decision decision) {
            form.write(bytes, decision);
            decisions++;
            if (decisions == MOST) {
                close();
            }
        }

        @Override
        public void each(Consumer<Decision> to) {
            close();
            KeptDecisions.this.each(instance, to);
        }

        private void close() {
            if (decisions > 0) {
                store.add(instance, PART, position, content());
                position++;
                decisions = 0;
                bytes = new ByteWriter(new KnownWords());
            }
        }

        private byte[] content() {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            Deflater fast = new Deflater(Deflater.BEST_SPEED);
            ByteWriter count = new ByteWriter(new KnownWords());
            count.four(decisions);
            try (DeflaterOutputStream to = new DeflaterOutputStream(content, fast, BUFFER)) {
                count.moveTo(to);
                bytes.moveTo(to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                fast.end();
            }
            return content.toByteArray();
        }
    }
}
