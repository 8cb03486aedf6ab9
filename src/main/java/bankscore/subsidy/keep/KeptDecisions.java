package bankscore.subsidy.keep;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.store.BlockStore;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Memory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final BlockStore store;

    public KeptDecisions(BlockStore store) {
        this.store = store;
    }

    /** Keeps all decisions of a job instance, in the place of those that it kept before. */
    public void keep(long instance, Decisions.Lines lines) {
        store.clear(instance, PART);
        Block block = new Block(instance);
        lines.each(block::add);
        block.close();
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

    private static void read(byte[] content, Consumer<Decision> to) {
        DecisionForm form = new DecisionForm();
        try (DataInputStream from = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(content)))) {
            for (int left = from.readInt(); left > 0; left--) {
                to.accept(form.read(from));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
    private final class Block {

        private final long instance;
        private DecisionForm form = new DecisionForm();
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int decisions;
        private int position;

        Block(long instance) {
            this.instance = instance;
        }

        void add(Decision decision) {
            try {
                form.write(new DataOutputStream(bytes), decision);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            decisions++;
            if (decisions == MOST) {
                close();
            }
        }

        void close() {
            if (decisions > 0) {
                store.add(instance, PART, position, content());
                position++;
                decisions = 0;
                bytes = new ByteArrayOutputStream();
                form = new DecisionForm();
            }
        }

        private byte[] content() {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            Deflater fast = new Deflater(Deflater.BEST_SPEED);
            try (DataOutputStream to = new DataOutputStream(new DeflaterOutputStream(content, fast))) {
                to.writeInt(decisions);
                bytes.writeTo(to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                fast.end();
            }
            return content.toByteArray();
        }
    }
}
