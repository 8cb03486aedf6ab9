package bankscore.answer;

import java.util.List;

/**
 * Text and tables without a form, so that a screen and a page show the same.
 *
 * @param subtitle such as period, revision and verification code; empty if there is none
 */
public record Answer(String title, String subtitle, List<Section> sections) {

    public Answer {
        sections = List.copyOf(sections);
    }

    /** A part under its heading. */
    public record Section(String heading, List<Piece> pieces) {
        public Section {
            pieces = List.copyOf(pieces);
        }
    }

    /** What stands in a section. */
    public sealed interface Piece {

        /** A paragraph. */
        record Line(String text) implements Piece {}

        /** A table; the first column holds names, all others short values. */
        record Table(List<String> head, List<List<String>> rows) implements Piece {
            public Table {
                head = List.copyOf(head);
                rows = List.copyOf(rows);
            }
        }

        /**
         * One item or fund with its argument.
         *
         * @param value points or money
         * @param basis clause and mark; empty if there is none
         * @param lines the argument, from the rule to the figures' cells
         */
        record Entry(String name, String value, String basis, List<String> lines) implements Piece {
            public Entry {
                lines = List.copyOf(lines);
            }
        }
    }
}
