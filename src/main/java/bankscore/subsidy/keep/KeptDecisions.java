package bankscore.subsidy.keep;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.ForeignRow;
import bankscore.store.BlockStore;
import bankscore.store.Deflated;
import bankscore.store.database.Ahead;
import bankscore.store.database.Portions;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Memory;
import bankscore.subsidy.decide.Spool;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

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

    /** A part of a block: so few are held while another thread writes those before. */
    private static final int AT_ONCE = MOST / 8;

    /** Where in a block it says how many it has. */
    private static final int COUNT = 0;

    private final BlockStore store;

    public KeptDecisions(BlockStore store) {
        this.store = store;
    }

    /** Keeps all decisions of a job instance, in the order in which they come, in the place of those that it kept before. */
    public Spool<Decision> anew(long instance) {
        forget(instance);
        return new Keeping(instance);
    }

    /** Forgets the decisions of a job instance. */
    public void forget(long instance) {
        store.clear(instance, PART);
    }

    /** Gives the decisions of a job instance in the decided order. */
    public void each(long instance, Consumer<Decision> to) {
        try (Ahead<byte[], List<Decision>> blocks =
                new Ahead<>("decisions", KeptDecisions::read, decisions -> decisions.forEach(to))) {
            store.each(instance, PART, blocks::take);
            blocks.end();
        }
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

    /** The decisions of a block. */
    private static List<Decision> read(byte[] content) {
        DecisionForm form = new DecisionForm();
        ByteReader from = new ByteReader(new KnownWords());
        List<Decision> decisions = new ArrayList<>(MOST);
        for (int left = begin(content, from); left > 0; left--) {
            decisions.add(next(form, from));
        }
        return decisions;
    }

    private static int begin(byte[] content, ByteReader from) {
        from.read(Deflated.plain(content, TABLE), COUNT);
        try {
            return from.four();
        } catch (IndexOutOfBoundsException e) {
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

    /** Decisions that are being kept: made into blocks in a thread of its own. */
    private final class Keeping implements Spool<Decision> {

        private final long instance;
        private final Ahead<Portion, Optional<byte[]>> blocks =
                new Ahead<>("keep", new Block()::add, block -> block.ifPresent(this::store));
        private final Portions<Decision> portions =
                new Portions<>(AT_ONCE, decisions -> blocks.take(new Portion(decisions, false)));
        private int position;

        Keeping(long instance) {
            this.instance = instance;
        }

        @Override
        public void put(long key, Decision decision) {
            portions.add(decision);
        }

        @Override
        public void each(Consumer<Decision> to) {
            portions.end();
            blocks.take(new Portion(List.of(), true));
            blocks.end();
            KeptDecisions.this.each(instance, to);
        }

        private void store(byte[] content) {
            store.add(instance, PART, position, content);
            position++;
        }
    }

    /** Some decisions of those to come; after the last ones the block is given as it is. */
    private record Portion(List<Decision> decisions, boolean last) {}

    /** A block that is being filled. */
    private static final class Block {

        private final DecisionForm form = new DecisionForm();
        private final KnownWords words = new KnownWords();
        private final ByteWriter bytes = new ByteWriter(words);
        private int decisions;

        /** Adds some; a block that is full is given and another begun. */
        Optional<byte[]> add(Portion portion) {
            for (Decision decision : portion.decisions()) {
                if (decisions == 0) {
                    bytes.four(0);
                }
                form.write(bytes, decision);
                decisions++;
            }
            if (decisions < MOST && (decisions == 0 || !portion.last())) {
                return Optional.empty();
            }
            bytes.four(COUNT, decisions);
            byte[] content = Deflated.of(bytes.taken());
            words.clear();
            decisions = 0;
            return Optional.of(content);
        }
    }
}
