package bankscore.subsidy.decide.seen;

import bankscore.exact.Money;
import bankscore.facts.PackedTexts;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Accounts under keys, however many: of each a few texts, told once, and sums of money that grow. */
public final class Ledger {

    private final Keys keys = new Keys();
    private final PackedTexts texts = new PackedTexts();
    private final int count;
    private final List<Keys.Sums> sums = new ArrayList<>();
    /** What passes 64 bits, which is no money that there is, by account and sum. */
    private final Map<List<Integer>, BigInteger> beyond = new HashMap<>();

    /**
     * A ledger without accounts.
     *
     * @param count how many texts an account has
     * @param sums how many sums it has
     */
    public Ledger(int count, int sums) {
        this.count = count;
        for (int i = 0; i < sums; i++) {
            this.sums.add(new Keys.Sums());
        }
    }

    /** The number of an account, from 0; if it is new, with these texts. */
    public int account(List<String> key, Supplier<List<String>> told) {
        int account = keys.add(key);
        if (account == texts.size()) {
            texts.next();
            told.get().forEach(texts::text);
        }
        return account;
    }

    /** Tells the texts of an account anew. */
    public void tell(int account, List<String> told) {
        texts.anew(account);
        told.forEach(texts::text);
    }

    /** The texts of an account. */
    public List<String> texts(int account) {
        PackedTexts.Reader from = texts.read(account);
        List<String> told = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            told.add(from.text());
        }
        return told;
    }

    /** Adds to a sum of an account. */
    public void add(int account, int sum, Money amount) {
        BigInteger all = sum(account, sum).fen().add(amount.fen());
        if (all.bitLength() < Long.SIZE) {
            sums.get(sum).set(account, all.longValue());
            beyond.remove(List.of(account, sum));
        } else {
            beyond.put(List.of(account, sum), all);
        }
    }

    /** A sum of an account. */
    public Money sum(int account, int sum) {
        BigInteger small = BigInteger.valueOf(sums.get(sum).get(account));
        return new Money(beyond.isEmpty() ? small : beyond.getOrDefault(List.of(account, sum), small));
    }

    public int size() {
        return texts.size();
    }

    /** A list of accounts that are made each time somebody asks for one. */
    public static <T> List<T> list(int[] accounts, IntFunction<T> made) {
        return new Made<>(accounts.clone(), made);
    }

    private static final class Made<T> extends AbstractList<T> implements RandomAccess {

        private final int[] accounts;
        private final IntFunction<T> made;

        Made(int[] accounts, IntFunction<T> made) {
            this.accounts = accounts;
            this.made = made;
        }

        @Override
        public T get(int index) {
            return made.apply(accounts[index]);
        }

        @Override
        public int size() {
            return accounts.length;
        }
    }
}
