package bankscore.desk.layout;

/** The pages that the navigation leads to, in their order; the words of each are {@code desk.<name>.title}. */
public enum Place {
    HOME("/"),
    PERIOD("/period"),
    RESULT("/result"),
    TRIAL("/trial"),
    COMPARISON("/comparison"),
    RULE("/rule"),
    REVIEW("/review"),
    HISTORY("/history"),
    PEOPLE("/people");

    /** What the first page leads to, and no entry of the navigation does. */
    private static final String COUNTIES = "/province/";

    private final String path;

    Place(String path) {
        this.path = path;
    }

    /** Its address; what lies below it is of the same page. */
    public String path() {
        return path;
    }

    /** Its name in words' keys and for templates. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether an address is of this page. */
    public boolean holds(String address) {
        return address.equals(path) || address.startsWith(this == HOME ? COUNTIES : path + "/");
    }
}
