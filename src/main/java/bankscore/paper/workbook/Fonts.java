package bankscore.paper.workbook;

import bankscore.finding.Words;

/**
 * The faces of a book.
 *
 * @param profile 通用, which every office has, or 公文, those of official documents
 */
public record Fonts(String profile, String heading, String body, String note) {

    /** The faces of a profile; their names stand in the words under {@code book.font.<profile>} and nowhere else. */
    public static Fonts of(String profile, Words words) {
        String key = "book.font." + profile + ".";
        return new Fonts(profile, words.text(key + "heading"), words.text(key + "body"), words.text(key + "note"));
    }

    String name(CellLook.Face face) {
        return switch (face) {
            case HEADING -> heading;
            case BODY -> body;
            case NOTE -> note;
        };
    }
}
