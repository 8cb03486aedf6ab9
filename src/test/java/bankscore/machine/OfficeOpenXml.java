package bankscore.machine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * A workbook or letter by the published standard, Office Open XML: every part by the schemas that a library brings, and
 * what they do not say, that every part has a known kind, is reached, and refers to nothing that is not there.
 */
public final class OfficeOpenXml {

    /** Of the library, which is a resource of the tests only. */
    private static final String SCHEMAS = "/org/apache/poi/schemas/ooxml/src/";

    private static final String TYPES = "[Content_Types].xml";
    private static final String ROOT = "_rels/.rels";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** The kinds of parts that a paper has; of another one nobody has looked what other programs make of it. */
    private static final Set<String> KINDS = Set.of(
            "application/vnd.openxmlformats-package.relationships+xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            "application/vnd.openxmlformats-officedocument.drawing+xml",
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "application/vnd.openxmlformats-officedocument.theme+xml",
            "application/vnd.openxmlformats-officedocument.vmlDrawing",
            SHEET + "sheet.main+xml",
            SHEET + "worksheet+xml",
            SHEET + "styles+xml",
            SHEET + "sharedStrings+xml",
            SHEET + "comments+xml",
            WORD + "document.main+xml",
            WORD + "styles+xml",
            WORD + "settings+xml",
            WORD + "footer+xml");

    /** Those of a package, which has no schema in the library. */
    private static final Set<String> CORE = Set.of("created", "creator", "lastModifiedBy", "modified", "title");

    private static final Schema SCHEMA = schema(
            "sml.xsd",
            "wml.xsd",
            "dml-chart.xsd",
            "dml-spreadsheetDrawing.xsd",
            "dml-wordprocessingDrawing.xsd",
            "opc-relationships.xsd",
            "shared-documentPropertiesExtended.xsd",
            "vml-main.xsd");

    private static final SAXParserFactory PARSERS = SAXParserFactory.newNSInstance();

    private final Map<String, byte[]> parts = new TreeMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Set<String> faults = new TreeSet<>();

    private OfficeOpenXml() {}

    /** What is not as the standard has it, errors and warnings alike, each with its part; nothing, if all is well. */
    public static List<String> faults(Path file) throws IOException {
        OfficeOpenXml document = new OfficeOpenXml();
        document.read(file);
        document.kinds();
        document.reached();
        document.parts.forEach(document::part);
        return List.copyOf(document.faults);
    }

    private void read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    if (parts.put(entry.getName(), in.readAllBytes()) != null) {
                        faults.add(entry.getName() + ": twice");
                    }
                }
            }
        }
    }

    /** Every part has a kind that is known, and every kind its part. */
    private void kinds() {
        Map<String, String> usual = new HashMap<>();
        for (Element each : children(xml(TYPES))) {
            String kind = each.getAttribute("ContentType");
            if (each.getLocalName().equals("Default")) {
                usual.put(each.getAttribute("Extension"), kind);
            } else {
                String name = each.getAttribute("PartName").substring(1);
                kinds.put(name, kind);
                if (!parts.containsKey(name)) {
                    faults.add(TYPES + ": no part " + name);
                }
            }
        }
        for (String name : parts.keySet()) {
            String kind = kinds.computeIfAbsent(
                    name, any -> usual.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""));
            if (!name.equals(TYPES) && !KINDS.contains(kind)) {
                faults.add(name + ": of the kind “" + kind + "”, which is not known");
            }
        }
    }

    /** Every part is reached from the package, through relations that lead to parts. */
    private void reached() {
        Set<String> reached = new HashSet<>(Set.of(TYPES, ROOT));
        Deque<String> from = new ArrayDeque<>(List.of(ROOT));
        while (!from.isEmpty()) {
            String relations = from.remove();
            for (Element each : children(xml(relations))) {
                String target = URI.create("/" + relations.replaceFirst("_rels/[^/]*$", ""))
                        .resolve(each.getAttribute("Target"))
                        .getPath()
                        .substring(1);
                if (!each.getAttribute("TargetMode").isEmpty()) {
                    faults.add(relations + ": leads out to " + each.getAttribute("Target"));
                } else if (!parts.containsKey(target)) {
                    faults.add(relations + ": no part " + target);
                } else if (reached.add(target) && parts.containsKey(relations(target))) {
                    reached.add(relations(target));
                    from.add(relations(target));
                }
            }
        }
        parts.keySet().stream()
                .filter(name -> !reached.contains(name))
                .forEach(name -> faults.add(name + ": reached from nowhere"));
    }

    private void part(String name, byte[] content) {
        if (name.equals(TYPES)) {
            return;
        }
        Set<String> relations = new HashSet<>();
        if (parts.containsKey(relations(name))) {
            children(xml(relations(name))).forEach(each -> relations.add(each.getAttribute("Id")));
        }
        if (name.equals("docProps/core.xml")) {
            Set<String> once = new HashSet<>();
            for (Element each : children(xml(name))) {
                if (!CORE.contains(each.getLocalName()) || !once.add(each.getLocalName())) {
                    faults.add(name + ": " + each.getNodeName());
                }
            }
            return;
        }
        for (String alternative : List.of("Choice", "Fallback")) {
            AsRead read = new AsRead(alternative, name.endsWith(".vml"), () -> validator(name));
            try {
                XMLReader reader = PARSERS.newSAXParser().getXMLReader();
                reader.setContentHandler(read);
                reader.setErrorHandler(read);
                reader.parse(new InputSource(new ByteArrayInputStream(content)));
            } catch (SAXException | IOException | ParserConfigurationException e) {
                faults.add(name + ": " + e.getMessage());
            }
            read.references().stream()
                    .filter(id -> !relations.contains(id))
                    .forEach(id -> faults.add(name + ": no relation " + id));
            if (!read.hasAlternatives()) {
                return;
            }
        }
    }

    private ValidatorHandler validator(String name) {
        ValidatorHandler validator = SCHEMA.newValidatorHandler();
        validator.setErrorHandler(new Told(name, faults));
        return validator;
    }

    /** A warning is no better than an error. */
    private record Told(String name, Set<String> faults) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            faults.add(name + ": " + e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            warning(e);
        }

        @Override
        public void fatalError(SAXParseException e) {
            warning(e);
        }
    }

    private Element xml(String name) {
        byte[] content = Objects.requireNonNull(parts.get(name), name);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(content))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static String relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                children.add(each);
            }
        }
        return children;
    }

    private static Schema schema(String... names) {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((type, space, publicId, systemId, base) ->
                XMLConstants.XML_NS_URI.equals(space) ? ofXmlItself(XMLConstants.XML_NS_URI) : null);
        try {
            return factory.newSchema(Arrays.stream(names)
                    .map(name -> new StreamSource(
                            Objects.requireNonNull(OfficeOpenXml.class.getResource(SCHEMAS + name), name)
                                    .toExternalForm()))
                    .toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The attribute of XML itself that the schemas import, from an address in the network. */
    private static LSInput ofXmlItself(String space) {
        try {
            LSInput input = ((DOMImplementationLS)
                            DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
                    .createLSInput();
            input.setSystemId(space);
            input.setCharacterStream(new StringReader("""
                    <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="%s">
                      <attribute name="space">
                        <simpleType>
                          <restriction base="NCName"><enumeration value="default"/><enumeration value="preserve"/></restriction>
                        </simpleType>
                      </attribute>
                    </schema>
                    """.formatted(space)));
            return input;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
