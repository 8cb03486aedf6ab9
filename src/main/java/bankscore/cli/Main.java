package bankscore.cli;

/** Entry. */
public final class Main {
    private Main() {}

    /** Entry. */
    public static void main(String[] args) {
        System.out.println(args.length);
    }
}
