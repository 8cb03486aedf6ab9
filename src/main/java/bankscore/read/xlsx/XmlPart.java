package bankscore.read.xlsx;

import bankscore.read.file.Budget;
import bankscore.read.file.Damage;
import bankscore.read.file.Limit;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.Place;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a workbook, pulled element by element.
 *
 * <p>Whatever a caller does not descend into is passed over. Document types and entities are refused; no part is read
 * beyond the limits.
 */
final class XmlPart implements Closeable {

    private final Place place;
    private final Budget budget;
    private final BoundedStream stream;
    private final XMLStreamReader reader;
    private int depth;
    /** The namespace of SpreadsheetML that was met last: asked for a million times, it is the same object every time. */
    private @Nullable String spreadsheet;

    XmlPart(BoundedStream stream, Place place, Budget budget) throws UnreadableFile {
        this.place = place;
        this.budget = budget;
        this.stream = stream;
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            this.reader = factory.createXMLStreamReader(stream);
        } catch (XMLStreamException | RuntimeException e) {
            stream.close();
            throw broken(e);
        }
    }

    /** Where the part is, for findings. */
    Place place() {
        return place;
    }

    /** What reading this and all other parts may cost. */
    Budget budget() {
        return budget;
    }

    /** How many elements are open. */
    int depth() {
        return depth;
    }

    /**
     * Goes to the next child of the element at a depth (0: the document), past anything deeper.
     *
     * @return false if the element has ended
     */
    boolean nextChild(int parentDepth) throws UnreadableFile {
        while (depth >= parentDepth) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == parentDepth + 1) {
                    return true;
                }
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
        return false;
    }

    /** Goes to the next child with a name. */
    boolean nextChild(int parentDepth, String name) throws UnreadableFile {
        while (nextChild(parentDepth)) {
            if (is(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the current element is the one of SpreadsheetML with a name, in either edition of the standard. */
    boolean is(String name) {
        if (!reader.getLocalName().equals(name)) {
            return false;
        }
        String namespace = reader.getNamespaceURI();
        if (spreadsheet != null && spreadsheet.equals(namespace)) {
            return true;
        }
        if ("http://schemas.openxmlformats.org/spreadsheetml/2006/main".equals(namespace)
                || "http://purl.oclc.org/ooxml/spreadsheetml/main".equals(namespace)) {
            spreadsheet = namespace;
            return true;
        }
        return false;
    }

    /** The current element's name, whatever its namespace. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute that is in no namespace. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && blank(reader.getAttributeNamespace(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    boolean isTrue(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }

    /** The attribute {@code id} of the namespace of relationships, in either edition of the standard. */
    String relationId() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id")
                    && !blank(namespace)
                    && namespace.endsWith("/relationships")) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Adds the current element's own text and goes to its end. */
    void appendText(Pieces to) throws UnreadableFile {
        int own = depth;
        while (depth >= own) {
            int event = next();
            if (depth == own
                    && (event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)) {
                String piece = text();
                if (to.length() + piece.length() > Limit.CELL_TEXT.bound() * 7) {
                    throw UnreadableFile.tooLarge(place, Limit.CELL_TEXT);
                }
                to.add(piece);
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return;
            }
        }
    }

    private int next() throws UnreadableFile {
        budget.step();
        int event;
        try {
            event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > Limit.DEPTH.bound()) {
                    throw UnreadableFile.tooLarge(place, Limit.DEPTH);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw UnreadableFile.damaged(place, Damage.DOCTYPE);
            default -> {}
        }
        return event;
    }

    private String text() throws UnreadableFile {
        try {
            return reader.getText();
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private UnreadableFile broken(Exception e) {
        Limit limit = stream.exceeded();
        if (limit != null) {
            return UnreadableFile.tooLarge(place, limit);
        }
        return UnreadableFile.damaged(place, stream.failed() ? Damage.CONTAINER : Damage.XML, e);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException | RuntimeException e) {
            // Nothing was written; what could be read has been read.
        }
        stream.close();
    }
}
