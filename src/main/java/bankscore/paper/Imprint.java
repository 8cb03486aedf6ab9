package bankscore.paper;

import bankscore.sheet.PlainText;
import org.apache.poi.ooxml.POIXMLProperties;

/** What a document tells of itself, beside its text: who made it and what it is called. */
public final class Imprint {

    private Imprint() {}

    /** Puts it into a document; a name from a file may hold what would make the document one that nobody can open. */
    public static void put(POIXMLProperties.CoreProperties core, String office, String title) {
        core.setCreator(PlainText.shown(office));
        core.setTitle(PlainText.shown(title));
    }
}
