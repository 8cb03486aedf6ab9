package bankscore.desk.pick;

import bankscore.desk.layout.Obstacle;
import bankscore.desk.layout.Workplace;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.revisions.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The published revisions of all rules, from which every page about one lets pick. */
@Component
public final class Bookcase {

    private static final int MISSING = 404;

    private final Workplace workplace;

    Bookcase(Workplace workplace) {
        this.workplace = workplace;
    }

    /**
     * The revisions of a rule, the latest first.
     *
     * @param rule of the series; empty: of the rule that has the folders
     * @param title what the rule calls itself
     */
    public record Row(String rule, String title, List<Shelf.Entry> entries) {

        /** Which revision is meant, as an address says it. */
        public Which which(Shelf.Entry entry) {
            return new Which(rule, entry.period(), entry.number());
        }
    }

    /** The revision that a page is about, and its rule's others. */
    public record Picked(Which which, Row row, Shelf.Entry entry) {}

    /** Every rule that has published. */
    public List<Row> rows(Faces faces) throws ConfigException {
        List<Row> rows = new ArrayList<>();
        for (Face<?> face : faces.published()) {
            Shelf shelf = face.shelf();
            String rule = face.series().rule();
            String title = faces.title(face.series());
            rows.add(new Row(
                    rule,
                    title.isEmpty() ? rule : title,
                    shelf.entries().stream()
                            .sorted(Comparator.comparing(Shelf.Entry::period)
                                    .thenComparing(Shelf.Entry::number)
                                    .reversed())
                            .toList()));
        }
        return rows;
    }

    /**
     * Which revision a page is about: the one of its address, or else the one that was published last. The model gets what
     * the page lets pick from.
     *
     * @param of from the address; empty: not said
     * @return empty if nothing is published
     */
    public Optional<Picked> pick(Faces faces, String of, Model model) throws ConfigException {
        List<Row> rows = rows(faces);
        model.addAttribute("rows", rows);
        Optional<Which> which = of.isEmpty() ? last(rows) : Which.read(of);
        if (which.isEmpty() && !of.isEmpty()) {
            throw missing(of);
        }
        if (which.isEmpty()) {
            return Optional.empty();
        }
        Picked picked = rows.stream()
                .filter(row -> row.rule().equals(which.get().rule()))
                .flatMap(row -> row.entries().stream().map(entry -> new Picked(row.which(entry), row, entry)))
                .filter(each -> each.which().equals(which.get()))
                .findFirst()
                .orElseThrow(() -> missing(of));
        model.addAttribute("which", picked.which());
        model.addAttribute("entry", picked.entry());
        return Optional.of(picked);
    }

    private static Optional<Which> last(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.entries().stream().map(entry -> new Dated(row.which(entry), entry.publishedAt())))
                .max(Comparator.comparing(Dated::at))
                .map(Dated::which);
    }

    private record Dated(Which which, String at) {}

    private Obstacle missing(String of) {
        Words words = workplace.words();
        return new Obstacle(MISSING, List.of(words.text("desk.pick.missing", "of", of)));
    }
}
