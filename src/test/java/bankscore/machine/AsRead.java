package bankscore.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.LocatorImpl;

/**
 * A part of a document as a program reads it, on its way to the schemas: one that takes one of the alternatives which the part
 * offers, and passes over what may be passed over.
 */
final class AsRead extends DefaultHandler {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String PUBLISHED = "http://schemas.openxmlformats.org/";

    private final String alternative;
    private final boolean rootless;
    private final Supplier<ValidatorHandler> validators;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final Set<String> references = new HashSet<>();
    private final Deque<Level> open = new ArrayDeque<>();
    private ValidatorHandler to;
    private Locator where = new LocatorImpl();
    private boolean alternatives;

    /** What is done with an element, and with those that it holds. */
    private enum Level {
        /** Handed on. */
        READ,
        /** Its own tags are no part of what is read, what it holds is. */
        OPENED,
        /** Handed on, and nothing that it holds. */
        EMPTIED,
        /** Passed over with all that it holds. */
        PASSED
    }

    /**
     * @param alternative the element with the alternative that is taken
     * @param rootless whether the root has no schema, and each element below it is a document of its own
     * @param validators gives what each document is told to
     */
    AsRead(String alternative, boolean rootless, Supplier<ValidatorHandler> validators) {
        this.alternative = alternative;
        this.rootless = rootless;
        this.validators = validators;
        this.to = validators.get();
    }

    /** The relations that the part names. */
    Set<String> references() {
        return Set.copyOf(references);
    }

    /** Whether the part would be read otherwise by another program. */
    boolean hasAlternatives() {
        return alternatives;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        where = locator;
        to.setDocumentLocator(locator);
    }

    @Override
    public void startDocument() throws SAXException {
        if (!rootless) {
            to.startDocument();
        }
    }

    @Override
    public void endDocument() throws SAXException {
        if (!rootless) {
            to.endDocument();
        }
    }

    @Override
    public void startPrefixMapping(String prefix, String space) throws SAXException {
        prefixes.put(prefix, space);
        if (!rootless) {
            to.startPrefixMapping(prefix, space);
        }
    }

    @Override
    public void startElement(String space, String name, String typed, Attributes attributes) throws SAXException {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (RELATIONS.equals(attributes.getURI(i))) {
                references.add(attributes.getValue(i));
            } else if (COMPATIBILITY.equals(attributes.getURI(i))
                    && attributes.getLocalName(i).equals("Ignorable")) {
                for (String prefix : attributes.getValue(i).strip().split("\\s+", -1)) {
                    ignored.add(prefixes.getOrDefault(prefix, ""));
                }
            }
        }
        Level level = level(space, name, attributes);
        if (level == Level.READ || level == Level.EMPTIED) {
            if (rootless && open.size() == 1) {
                to = validators.get();
                to.setDocumentLocator(where);
                to.startDocument();
                for (Map.Entry<String, String> each : prefixes.entrySet()) {
                    to.startPrefixMapping(each.getKey(), each.getValue());
                }
            }
            to.startElement(space, name, typed, read(space, name, attributes));
        }
        open.push(level);
    }

    private Level level(String space, String name, Attributes attributes) {
        Level around = open.isEmpty() ? Level.READ : open.peek();
        if (around == Level.PASSED || around == Level.EMPTIED || ignored.contains(space)) {
            return Level.PASSED;
        }
        if (space.equals(COMPATIBILITY)) {
            alternatives = true;
            return name.equals("AlternateContent") || name.equals(alternative) ? Level.OPENED : Level.PASSED;
        }
        if (rootless && open.isEmpty()) {
            return Level.OPENED;
        }
        // Shapes of Word 2010: their schema does not come with the library. What other programs read instead does.
        return space.equals(DRAWINGS)
                        && name.equals("graphicData")
                        && !attributes.getValue("uri").startsWith(PUBLISHED)
                ? Level.EMPTIED
                : Level.READ;
    }

    private Attributes read(String space, String name, Attributes attributes) {
        AttributesImpl read = new AttributesImpl();
        for (int i = 0; i < attributes.getLength(); i++) {
            String of = attributes.getURI(i);
            // Blanks at the ends of a text are kept in this way by every program; the schema's type is a plain text.
            boolean blanks = of.equals(XMLConstants.XML_NS_URI) && space.equals(SHEETS) && name.equals("t");
            if (!ignored.contains(of) && !of.equals(COMPATIBILITY) && !blanks) {
                read.addAttribute(
                        of,
                        attributes.getLocalName(i),
                        attributes.getQName(i),
                        attributes.getType(i),
                        attributes.getValue(i));
            }
        }
        return read;
    }

    @Override
    public void endElement(String space, String name, String typed) throws SAXException {
        Level level = open.pop();
        if (level == Level.READ || level == Level.EMPTIED) {
            to.endElement(space, name, typed);
            if (rootless && open.size() == 1) {
                to.endDocument();
            }
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!open.isEmpty() && open.peek() == Level.READ) {
            to.characters(text, start, length);
        }
    }
}
