package bankscore.subsidy.decide.cap;

import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.sheet.PlainText;
import bankscore.subsidy.decide.Batch;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rows of 说明 that lift caps for one claimant (subsidy.md#lifts). */
public final class Lifts {

    private final List<Open> open = new ArrayList<>();

    /** A row that lifts something if its claimant comes. */
    private static final class Open {

        private final Batch.Lift row;
        private final String subsidy;
        private final Set<String> names = new HashSet<>();
        private boolean met;

        Open(Batch.Lift row, String subsidy, Collection<PartyRegister> registers) {
            this.row = row;
            this.subsidy = subsidy;
            names.add(compared(row.claimant()));
            for (PartyRegister register : registers) {
                register.names().named(row.claimant()).map(Subject::code).ifPresent(code -> names.add(compared(code)));
            }
        }

        boolean is(Subsidy subsidy, Decision.Party claimant) {
            return row.subsidy().equalsIgnoreCase(subsidy.id())
                    && (names.contains(compared(claimant.key())) || names.contains(compared(claimant.name())));
        }
    }

    public Lifts(
            List<Batch.Lift> rows,
            List<Subsidy> subsidies,
            Collection<PartyRegister> registers,
            Consumer<Finding> findings) {
        for (Batch.Lift row : rows) {
            Optional<Subsidy> meant = subsidies.stream()
                    .filter(subsidy -> subsidy.id().equalsIgnoreCase(row.subsidy()))
                    .findFirst();
            String name = meant.map(Subsidy::name).orElse(row.subsidy());
            if (meant.isEmpty()) {
                findings.accept(finding(row, name, "unknown"));
            } else if (meant.get().amount().caps().stream().noneMatch(Lifts::isLiftable)) {
                findings.accept(finding(row, name, "cap"));
            } else if (row.by().isBlank()) {
                findings.accept(finding(row, name, "person"));
            } else {
                open.add(new Open(row, name, registers));
            }
        }
    }

    private static String compared(String name) {
        return PlainText.closed(name).toUpperCase(Locale.ROOT);
    }

    private static boolean isLiftable(Cap cap) {
        return cap instanceof Cap.Ceiling ceiling && ceiling.liftable();
    }

    private static Finding finding(Batch.Lift row, String subsidy, String variant) {
        return Finding.of(Code.W403, row.place())
                .subject(row.claimant())
                .with(Finding.VARIANT, variant)
                .with("subsidy", subsidy);
    }

    /** Who lifts a claimant's caps; empty if nobody does. */
    public String by(Subsidy subsidy, Decision.Party claimant) {
        String by = "";
        for (Open each : open) {
            if (each.is(subsidy, claimant)) {
                each.met = true;
                by = by.isEmpty() ? each.row.by() : by;
            }
        }
        return by;
    }

    /** Tells of the rows whose claimant never came. */
    public void close(Consumer<Finding> findings) {
        open.stream()
                .filter(each -> !each.met)
                .forEach(each -> findings.accept(finding(each.row, each.subsidy, "claimant")));
    }
}
