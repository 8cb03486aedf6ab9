package bankscore.subsidy.decide.seen;

import java.util.Arrays;

/**
 * Spans of days in groups, so kept that whether one overlaps is known without looking at all of its group: each group is a
 * search tree by the first day that knows the latest end below each node, and is kept level by chance (a treap).
 *
 * <p>Two spans overlap where each begins before the other ends, or where both begin on one day (subsidy.md#overlaps).
 */
final class Intervals {

    private static final int NONE = -1;

    private int[] roots = filled(64);
    private int[] left = filled(64);
    private int[] right = filled(64);
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] latest = new int[64];
    private int size;

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }

    /**
     * Whether a span of a group overlaps.
     *
     * @param first its first day
     * @param end the day at which it ends, itself no part of it; the largest number if it is open
     */
    boolean overlaps(int group, long first, long end) {
        int node = group < 0 || group >= roots.length ? NONE : roots[group];
        return begins(node, first) || crosses(node, first, end);
    }

    private boolean begins(int root, long first) {
        int node = root;
        while (node != NONE && from[node] != first) {
            node = first < from[node] ? left[node] : right[node];
        }
        return node != NONE;
    }

    /**
     * Where something on the left ends after the first day and yet nothing there crosses, it begins at the end or later, and
     * so does everything on the right.
     */
    private boolean crosses(int root, long first, long end) {
        int node = root;
        while (node != NONE && !(from[node] < end && first < to[node])) {
            boolean leftEndsLater = left[node] != NONE && latest[left[node]] > first;
            node = leftEndsLater ? left[node] : right[node];
        }
        return node != NONE;
    }

    /** Adds a span to a group. */
    void add(int group, long first, long end) {
        if (group >= roots.length) {
            int[] more = filled(Math.max(group + 1, roots.length + roots.length / 2));
            System.arraycopy(roots, 0, more, 0, roots.length);
            roots = more;
        }
        if (size == from.length) {
            int more = size + size / 2;
            left = Arrays.copyOf(left, more);
            right = Arrays.copyOf(right, more);
            from = Arrays.copyOf(from, more);
            to = Arrays.copyOf(to, more);
            latest = Arrays.copyOf(latest, more);
        }
        left[size] = NONE;
        right[size] = NONE;
        from[size] = Math.toIntExact(first);
        to[size] = (int) Math.min(end, Integer.MAX_VALUE);
        latest[size] = to[size];
        roots[group] = insert(roots[group], size);
        size++;
    }

    /** A number that looks like chance and is the same in every run. */
    private static int scattered(int number) {
        int mixed = (number + 1) * 0x9E3779B9;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    private int insert(int root, int node) {
        if (root == NONE) {
            return node;
        }
        int top = root;
        if (from[node] < from[root]) {
            left[root] = insert(left[root], node);
            if (scattered(left[root]) > scattered(root)) {
                top = left[root];
                left[root] = right[top];
                right[top] = root;
                refresh(root);
            }
        } else {
            right[root] = insert(right[root], node);
            if (scattered(right[root]) > scattered(root)) {
                top = right[root];
                right[root] = left[top];
                left[top] = root;
                refresh(root);
            }
        }
        refresh(top);
        return top;
    }

    private void refresh(int node) {
        int end = to[node];
        end = left[node] == NONE ? end : Math.max(end, latest[left[node]]);
        latest[node] = right[node] == NONE ? end : Math.max(end, latest[right[node]]);
    }
}
