package bankscore.desk.layout;

import java.util.List;

/** What stands in the way of what was asked for, in words; it becomes a page of its own. */
public final class Obstacle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> lines;

    /**
     * @param status of the answer
     * @param lines the sentence, and more under it
     */
    public Obstacle(int status, List<String> lines) {
        super(lines.get(0));
        this.status = status;
        this.lines = List.copyOf(lines);
    }

    public int status() {
        return status;
    }

    public List<String> lines() {
        return lines;
    }
}
