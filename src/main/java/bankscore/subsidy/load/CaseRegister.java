package bankscore.subsidy.load;

import bankscore.facts.Subject;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a register of a worked case: rows of cells, or texts that are code and name at once. */
record CaseRegister(Dataset dataset) {

    PartyRegister read(YamlNode rows) {
        List<Subject> subjects = new ArrayList<>();
        Map<String, List<PartyRegister.Row>> byCode = new LinkedHashMap<>();
        for (YamlNode row : rows.filled()) {
            Optional<Fields> fields = row.isMap()
                    ? Optional.of(row.fields(
                            dataset.columns().stream().map(Column::id).toArray(String[]::new)))
                    : Optional.empty();
            String code = fields.map(cells -> text(cells, Column.Role.CODE)).orElse(row.shown());
            String name = fields.map(cells -> text(cells, Column.Role.NAME))
                    .filter(text -> !text.isEmpty())
                    .orElse(code);
            subjects.add(new Subject(
                    code,
                    name,
                    fields.map(cells -> text(cells, Column.Role.SHORT_NAME)).orElse(""),
                    List.of(),
                    "",
                    Optional.empty(),
                    true));
            byCode.computeIfAbsent(code, none -> new ArrayList<>())
                    .add(new PartyRegister.Row(
                            Place.NONE,
                            fields.flatMap(cells -> day(cells, Column.Role.VALID_FROM)),
                            fields.flatMap(cells -> day(cells, Column.Role.VALID_TO)),
                            fields.map(this::texts).orElse(Map.of())));
        }
        return new PartyRegister(dataset.id(), new Register(subjects), byCode);
    }

    private Optional<YamlNode> cell(Fields cells, Column.Role role) {
        return dataset.columns().stream()
                .filter(column -> column.head().role().filter(role::equals).isPresent())
                .findFirst()
                .flatMap(column -> cells.get(column.id()));
    }

    private String text(Fields cells, Column.Role role) {
        return cell(cells, role).flatMap(YamlNode::text).orElse("");
    }

    private Optional<LocalDate> day(Fields cells, Column.Role role) {
        return cell(cells, role).flatMap(YamlNode::date);
    }

    private Map<String, String> texts(Fields cells) {
        Map<String, String> texts = new LinkedHashMap<>();
        cells.all().forEach((id, cell) -> cell.text().ifPresent(text -> texts.put(id, text)));
        return texts;
    }
}
