package bankscore.store;

import bankscore.facts.Claim;
import bankscore.facts.OnSheet;
import bankscore.intake.table.staged.RowsSaid;
import bankscore.intake.table.staged.SaidClaim;
import bankscore.office.ForeignRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many claims of one sheet in one row of the database.
 *
 * <p>Its text is one line of the columns, each as its index in the sheet, what it holds and its id, and one line a claim: its
 * row, then for each column what it says, empty where the cell is empty; of a party whether the register knows it and its
 * key, and in a field of its own the name where that is another. Fields are set apart by tabs and {@link EscapedText}.
 */
final class ClaimBlock {

    static final String TABLE = "staged_claims";

    /** So many claims of a dozen short cells are some hundred thousand characters. */
    private static final int MOST = 2048;

    private static final int CHARACTERS = 160;

    private final int sheet;
    private final List<Claim> claims = new ArrayList<>();
    private final RowsSaid.Sum said = new RowsSaid.Sum();

    ClaimBlock(int sheet) {
        this.sheet = sheet;
    }

    /** The claims in blocks, in their order. */
    static List<ClaimBlock> of(List<SaidClaim> claims) {
        List<ClaimBlock> blocks = new ArrayList<>();
        @Nullable ClaimBlock last = null;
        for (SaidClaim each : claims) {
            if (last == null || last.sheet != each.sheet() || last.claims.size() == MOST) {
                last = new ClaimBlock(each.sheet());
                blocks.add(last);
            }
            last.claims.add(each.claim());
            last.said.add(each.said());
        }
        return blocks;
    }

    int sheet() {
        return sheet;
    }

    String dataset() {
        return claims.get(0).dataset();
    }

    int firstRow() {
        return claims.get(0).row();
    }

    int size() {
        return claims.size();
    }

    RowsSaid said() {
        return said.said();
    }

    /** What a column holds, by the sign that stands for it. */
    private enum Held {
        WORDS,
        DAY,
        AMOUNT,
        PARTY;

        static Held of(Claim.Entry entry) {
            if (entry instanceof Claim.Amount) {
                return AMOUNT;
            }
            if (entry instanceof Claim.Day) {
                return DAY;
            }
            return entry instanceof Claim.Party ? PARTY : WORDS;
        }

        char sign() {
            return name().charAt(0);
        }

        static Held of(char sign) {
            for (Held each : values()) {
                if (each.sign() == sign) {
                    return each;
                }
            }
            throw new ForeignRow(TABLE, null);
        }
    }

    /** The block as it is stored. */
    byte[] content() {
        Map<String, Claim.Entry> columns = columns();
        StringBuilder text = new StringBuilder(claims.size() * CHARACTERS);
        columns.forEach((id, entry) -> {
            text.append(text.isEmpty() ? "" : "\t")
                    .append(entry.column())
                    .append(Held.of(entry).sign());
            EscapedText.append(text, id);
        });
        text.append('\n');
        for (Claim claim : claims) {
            text.append(claim.row());
            // As a rule each claim fills all columns, in one order.
            int next = 0;
            for (Map.Entry<String, Claim.Entry> column : columns.entrySet()) {
                Claim.@Nullable Entry entry = claim.cells().get(column.getKey(), next);
                append(text, entry, column.getValue() instanceof Claim.Party);
                next += entry == null ? 0 : 1;
            }
            text.append('\n');
        }
        return Deflated.of(text);
    }

    /** A cell of each column that any claim fills. */
    private Map<String, Claim.Entry> columns() {
        Map<String, Claim.Entry> columns = new LinkedHashMap<>();
        Claim.@Nullable Cells last = null;
        for (Claim claim : claims) {
            if (last == null || !claim.cells().fillsSame(last)) {
                claim.cells().forEach(columns::putIfAbsent);
            }
            last = claim.cells();
        }
        return columns;
    }

    private static void append(StringBuilder text, Claim.@Nullable Entry entry, boolean party) {
        text.append('\t');
        if (entry instanceof Claim.Party each) {
            text.append(each.known() ? '+' : '-');
            EscapedText.append(text, each.key());
            text.append('\t');
            EscapedText.append(text, each.name().equals(each.key()) ? "" : each.name());
        } else {
            EscapedText.append(text, entry == null ? "" : entry.text());
            text.append(party ? "\t" : "");
        }
    }

    /** A column of a stored block. */
    private record Kept(int column, Held held, String id) {}

    /**
     * Gives the claims of stored blocks of one dataset, one after the other.
     *
     * <p>Texts that come again are kept once: a million claims name some thousand parties and days.
     */
    static final class Reader {

        private static final int MOST_KEPT = 20_000;

        private final String dataset;
        private final Map<String, String> texts = new HashMap<>();
        private final Claim.Cells.Maker cells = new Claim.Cells.Maker();
        private final Map<String, LocalDate> days = new HashMap<>();

        Reader(String dataset) {
            this.dataset = dataset;
        }

        /**
         * The claims of a block.
         *
         * @param count how many there must be
         * @throws ForeignRow if the block is not as it was stored
         */
        List<OnSheet<Claim>> read(int sheet, byte[] content, int count) {
            String text = Deflated.text(content, TABLE);
            List<OnSheet<Claim>> claims = new ArrayList<>(MOST);
            try {
                int end = text.indexOf('\n');
                List<Kept> columns = columns(text.substring(0, end));
                for (int at = end + 1; at < text.length(); at = end + 1) {
                    end = text.indexOf('\n', at);
                    claims.add(new OnSheet<>(sheet, claim(new Fields(text, at, end), columns)));
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException | java.time.DateTimeException e) {
                throw new ForeignRow(TABLE, e);
            }
            if (claims.size() != count) {
                throw new ForeignRow(TABLE, null);
            }
            return claims;
        }

        private List<Kept> columns(String line) {
            List<Kept> columns = new ArrayList<>();
            Fields fields = new Fields(line, 0, line.length());
            while (fields.hasNext()) {
                String field = fields.next();
                int digits = 0;
                while (Character.isDigit(field.charAt(digits))) {
                    digits++;
                }
                columns.add(new Kept(
                        Integer.parseInt(field.substring(0, digits)),
                        Held.of(field.charAt(digits)),
                        EscapedText.plain(field.substring(digits + 1))));
            }
            return columns;
        }

        private Claim claim(Fields fields, List<Kept> columns) {
            int row = Integer.parseInt(fields.next());
            for (Kept each : columns) {
                String field = fields.next();
                String name = each.held() == Held.PARTY ? fields.next() : "";
                if (!field.isEmpty()) {
                    cells.put(each.id(), entry(each, field, name));
                }
            }
            return new Claim(dataset, row, cells.made());
        }

        private Claim.Entry entry(Kept column, String field, String name) {
            return switch (column.held()) {
                case AMOUNT -> new Claim.Amount(column.column(), new BigDecimal(field));
                case DAY -> new Claim.Day(column.column(), day(field));
                case WORDS -> new Claim.Words(column.column(), once(field));
                case PARTY -> {
                    String key = once(field.substring(1));
                    yield new Claim.Party(
                            column.column(), key, name.isEmpty() ? key : once(name), field.charAt(0) == '+');
                }
            };
        }

        private LocalDate day(String field) {
            LocalDate known = days.get(field);
            if (known == null) {
                known = LocalDate.parse(field);
                days.put(field, known);
            }
            return known;
        }

        private String once(String field) {
            String known = texts.get(field);
            if (known == null) {
                known = EscapedText.plain(field);
                if (texts.size() < MOST_KEPT) {
                    texts.put(field, known);
                }
            }
            return known;
        }
    }

    /** The fields of a line, one after the other. */
    private static final class Fields {

        private final String text;
        private final int end;
        private int at;

        Fields(String text, int from, int end) {
            this.text = text;
            this.at = from;
            this.end = end;
        }

        boolean hasNext() {
            return at < end;
        }

        String next() {
            int tab = text.indexOf('\t', at);
            int stop = tab < 0 || tab > end ? end : tab;
            String field = text.substring(at, stop);
            at = stop + 1;
            return field;
        }
    }
}
