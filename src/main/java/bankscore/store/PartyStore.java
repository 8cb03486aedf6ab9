package bankscore.store;

import bankscore.facts.Subject;
import bankscore.facts.register.PackedParties;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.office.ForeignRow;
import bankscore.sheet.Place;
import bankscore.store.database.Ahead;
import bankscore.store.database.Portions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The registers of parties that a job instance works by, by the block.
 *
 * <p>A block's text has one line a row of the register: code, name, short name, further names, kind, opening day, first and
 * last day, file, sheet and cell of the row, then the id of each further column and what it says.
 */
public final class PartyStore {

    private static final String TABLE = "staged_parties";
    private static final int ROWS = 4096;
    private static final int FIELDS = 11;
    private static final String BETWEEN_NAMES = "\n";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    PartyStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Writes the registers of parties anew, and what the one of subjects tells besides; the subjects are kept elsewhere. */
    public void save(long instance, Map<String, PartyRegister> registers, Register subjects) {
        client.sql("DELETE FROM staged_parties WHERE instance = ?")
                .param(instance)
                .update();
        new TreeMap<>(registers).forEach((dataset, register) -> {
            if (register.names() != subjects || register.tellsMore()) {
                save(instance, register);
            }
        });
    }

    private void save(long instance, PartyRegister register) {
        int[] blocks = {0};
        try (Ahead<Supplier<Runnable>, Runnable> written = new Ahead<>("parties", Supplier::get, Runnable::run)) {
            Portions<Line> lines = new Portions<>(ROWS, some -> {
                // A register without a row was sent too.
                if (!some.isEmpty() || blocks[0] == 0) {
                    int position = blocks[0]++;
                    written.take(() -> insertion(instance, register.dataset(), position, some));
                }
            });
            register.each((subject, rows) -> rows.forEach(row -> lines.add(new Line(subject, row))));
            lines.end();
            written.end();
        }
    }

    private record Line(Subject subject, PartyRegister.Row row) {}

    /** Makes a block; what is given writes it. */
    private Runnable insertion(long instance, String dataset, int position, List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> append(text, line.subject(), line.row()));
        byte[] content = Deflated.of(text);
        return () -> jdbc.update(
                "INSERT INTO staged_parties (instance, dataset, position, parties, content) VALUES (?, ?, ?, ?, ?)",
                instance,
                dataset,
                position,
                lines.size(),
                content);
    }

    private static void append(StringBuilder text, Subject subject, PartyRegister.Row row) {
        EscapedText.append(text, subject.code());
        List<String> fields = new ArrayList<>(List.of(
                subject.name(),
                subject.shortName(),
                String.join(BETWEEN_NAMES, subject.aliases()),
                subject.kind(),
                subject.opened().map(LocalDate::toString).orElse(""),
                row.from().map(LocalDate::toString).orElse(""),
                row.to().map(LocalDate::toString).orElse(""),
                row.place().file(),
                row.place().sheet(),
                row.place().cell()));
        new TreeMap<>(row.texts()).forEach((column, said) -> {
            fields.add(column);
            fields.add(said);
        });
        for (String field : fields) {
            text.append('\t');
            EscapedText.append(text, field);
        }
        // All else comes in pairs: one field more says that it is not judged.
        if (!subject.assessed()) {
            text.append('\t');
        }
        text.append('\n');
    }

    /** The registers as they were staged, by the id of their dataset. */
    public Map<String, PartyRegister> registers(long instance) {
        Map<String, Reading> readings = new TreeMap<>();
        List<Object[]> keys = client.sql(
                        "SELECT dataset, position FROM staged_parties WHERE instance = ? ORDER BY dataset, position")
                .param(instance)
                .query((row, number) -> new Object[] {instance, row.getString(1), row.getInt(2)})
                .list();
        for (Object[] key : keys) {
            Reading reading = readings.computeIfAbsent((String) key[1], dataset -> new Reading());
            jdbc.query(
                    "SELECT content, parties FROM staged_parties WHERE instance = ? AND dataset = ? AND position = ?",
                    (RowCallbackHandler) row -> reading.read(row.getBytes(1), row.getInt(2)),
                    key);
        }
        Map<String, PartyRegister> registers = new TreeMap<>();
        readings.forEach((dataset, reading) -> registers.put(dataset, reading.register(dataset)));
        return registers;
    }

    /** A register while its blocks are read: the rows of a party stand one after the other. */
    private static final class Reading {

        private final PackedParties parties = new PackedParties();
        private final List<PartyRegister.Row> rows = new ArrayList<>();
        private Optional<Subject> party = Optional.empty();

        void read(byte[] content, int count) {
            List<String> lines = Deflated.text(content, TABLE).lines().toList();
            try {
                lines.forEach(line -> read(Arrays.stream(line.split("\t", -1))
                        .map(EscapedText::plain)
                        .toList()));
            } catch (RuntimeException e) {
                throw new ForeignRow(TABLE, e);
            }
            if (lines.size() != count) {
                throw new ForeignRow(TABLE, null);
            }
        }

        private void read(List<String> fields) {
            String code = fields.get(0);
            if (party.filter(last -> last.code().equals(code)).isEmpty()) {
                end();
                party = Optional.of(new Subject(
                        code,
                        fields.get(1),
                        fields.get(2),
                        Arrays.stream(fields.get(3).split(BETWEEN_NAMES, -1))
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        fields.get(4),
                        day(fields.get(5)),
                        (fields.size() - FIELDS) % 2 == 0));
            }
            Map<String, String> said = new HashMap<>();
            for (int i = FIELDS; i + 1 < fields.size(); i += 2) {
                said.put(fields.get(i), fields.get(i + 1));
            }
            rows.add(new PartyRegister.Row(
                    new Place(fields.get(8), fields.get(9), fields.get(10)),
                    day(fields.get(6)),
                    day(fields.get(7)),
                    said));
        }

        private void end() {
            party.ifPresent(last -> parties.add(last, rows));
            rows.clear();
        }

        private static Optional<LocalDate> day(String field) {
            return field.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(field));
        }

        PartyRegister register(String dataset) {
            end();
            try {
                return parties.register(dataset);
            } catch (IllegalArgumentException e) {
                throw new ForeignRow(TABLE, e);
            }
        }
    }
}
