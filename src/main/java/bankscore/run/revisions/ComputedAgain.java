package bankscore.run.revisions;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A result that is computed again once, by whichever question comes first.
 *
 * @param <T> what is computed
 */
public final class ComputedAgain<T> implements Recomputation.Result {

    private final String configuration;
    private final Supplier<T> computed;
    private final Held<T> held;
    private @Nullable T known;

    /**
     * What is held against what was published.
     *
     * @param same whether it is these bytes
     * @param tablesOtherwise the tables of the database that say otherwise
     * @param release lets it go
     */
    public record Held<T>(
            BiPredicate<T, byte[]> same, Function<T, List<String>> tablesOtherwise, Consumer<T> release) {}

    /** @param configuration the digest of the configuration by which it is computed */
    public ComputedAgain(String configuration, Supplier<T> computed, Held<T> held) {
        this.configuration = configuration;
        this.computed = computed;
        this.held = held;
    }

    @Override
    public String configuration() {
        return configuration;
    }

    @Override
    public boolean is(byte[] published) {
        return held.same().test(known(), published);
    }

    @Override
    public List<String> tablesOtherwise() {
        return held.tablesOtherwise().apply(known());
    }

    @Override
    public void close() {
        T computedOnce = known;
        if (computedOnce != null) {
            held.release().accept(computedOnce);
        }
    }

    private T known() {
        T already = known;
        if (already == null) {
            already = computed.get();
            known = already;
        }
        return already;
    }
}
