package bankscore.read.xlsx;

import bankscore.read.file.Budget;
import bankscore.read.file.Damage;
import bankscore.read.file.Family;
import bankscore.read.file.Limit;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * The parts of an Office Open XML file, over POI's guarded zip file.
 *
 * <p>POI's package above it is not used: it reads content types and relations into a DOM, which a small hostile file can
 * make as large as memory, and it refuses core properties as some editions of WPS write them. The guards: POI's (names, duplicates, a
 * part that expands more than a thousandfold; POI's own bound of a hundredfold trips on honest style sheets), and ours: all
 * parts together expand to at most {@link Limit#BYTES}, and no part to more than the archive's directory says.
 */
final class PackageParts implements Closeable {

    static {
        ZipSecureFile.setMinInflateRatio(0.001);
        ZipSecureFile.setMaxEntrySize(Limit.BYTES.bound());
        ZipSecureFile.setMaxFileCount(Limit.PARTS.bound());
    }

    /**
     * A relation of a part.
     *
     * @param kind the last word of its type, the same in both editions of the standard, such as {@code worksheet}
     * @param part the part it leads to
     */
    record Relation(String id, String kind, String part) {}

    private final ZipSecureFile zip;
    private final Map<String, ZipArchiveEntry> entries;
    private final Place place;
    private final Budget budget;

    private PackageParts(ZipSecureFile zip, Map<String, ZipArchiveEntry> entries, Place place, Budget budget) {
        this.zip = zip;
        this.entries = entries;
        this.place = place;
        this.budget = budget;
    }

    static PackageParts open(Path file, Place place, Budget budget) throws UnreadableFile {
        ZipSecureFile zip;
        try {
            zip = new ZipSecureFile(file.toFile());
        } catch (IOException | RuntimeException e) {
            throw UnreadableFile.damaged(place, Damage.CONTAINER, e);
        }
        try {
            return new PackageParts(zip, directory(zip, place), place, budget);
        } catch (UnreadableFile | RuntimeException e) {
            close(zip);
            throw e instanceof UnreadableFile told ? told : UnreadableFile.damaged(place, Damage.CONTAINER, e);
        }
    }

    private static Map<String, ZipArchiveEntry> directory(ZipSecureFile zip, Place place) throws UnreadableFile {
        Map<String, ZipArchiveEntry> entries = new HashMap<>();
        long expanded = 0;
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            if (entry.isDirectory()) {
                continue;
            }
            if (entries.put(key(entry.getName()), entry) != null) {
                throw UnreadableFile.damaged(place, Damage.CONTAINER);
            }
            expanded += Math.max(0, entry.getSize());
            if (entries.size() > Limit.PARTS.bound()) {
                throw UnreadableFile.tooLarge(place, Limit.PARTS);
            }
            if (expanded > Limit.BYTES.bound() || expanded < 0) {
                throw UnreadableFile.tooLarge(place, Limit.BYTES);
            }
        }
        return entries;
    }

    /** Part names do not tell case; some programs write backslashes. */
    private static String key(String name) {
        String slashed = name.replace('\\', '/');
        return (slashed.startsWith("/") ? slashed.substring(1) : slashed).toLowerCase(Locale.ROOT);
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    boolean hasMacros() {
        return entries.keySet().stream().anyMatch(name -> name.endsWith("vbaproject.bin"));
    }

    /** Opens a part of any length. */
    XmlPart open(String part, Place at) throws UnreadableFile {
        return open(part, Limit.BYTES.bound(), at);
    }

    /** Opens a part that only describes others. */
    XmlPart openDescription(String part) throws UnreadableFile {
        return open(part, Limit.DESCRIPTION_BYTES.bound(), place);
    }

    private XmlPart open(String part, long maxBytes, Place at) throws UnreadableFile {
        return new XmlPart(stream(part, maxBytes, at), at, budget);
    }

    /** Whether surely no text that stands in a cell of a sheet's part itself passes a test; each that does holds one of the signs. */
    boolean surelyHoldsNone(String part, Place at, String signs, Predicate<CellValue.Text> test) throws UnreadableFile {
        try (BoundedStream stream = stream(part, Limit.BYTES.bound(), at)) {
            return new InlineTexts(budget, signs, test).surelyNone(stream);
        }
    }

    private BoundedStream stream(String part, long maxBytes, Place at) throws UnreadableFile {
        ZipArchiveEntry entry = entries.get(key(part));
        if (entry == null) {
            throw UnreadableFile.damaged(at, Damage.PART_MISSING);
        }
        long size = entry.getSize();
        if (size > maxBytes) {
            throw UnreadableFile.tooLarge(at, Limit.DESCRIPTION_BYTES);
        }
        try {
            return new BoundedStream(zip.getInputStream(entry), size < 0 ? maxBytes : size);
        } catch (IOException | RuntimeException e) {
            throw UnreadableFile.damaged(at, Damage.CONTAINER, e);
        }
    }

    /** What the file's content types say it is. */
    Family family() throws UnreadableFile {
        if (!has("[Content_Types].xml")) {
            return Family.OTHER;
        }
        Family family = Family.OTHER;
        try (XmlPart types = openDescription("[Content_Types].xml")) {
            types.nextChild(0);
            while (types.nextChild(1)) {
                String type = types.attribute("ContentType", "").toLowerCase(Locale.ROOT);
                if (type.contains("spreadsheetml.sheet.main") || type.contains("spreadsheetml.template.main")) {
                    family = Family.SPREADSHEET;
                } else if (type.contains("wordprocessingml")) {
                    family = family == Family.OTHER ? Family.WORD : family;
                } else if (type.contains("presentationml")) {
                    family = family == Family.OTHER ? Family.POWERPOINT : family;
                } else if (type.contains("ms-excel.sheet.binary")) {
                    return Family.BINARY_SPREADSHEET;
                } else if (type.contains("ms-excel")
                        && (type.contains("macroenabled") || type.contains("macrosheet"))) {
                    return Family.SPREADSHEET_WITH_MACROS;
                }
            }
        }
        return family;
    }

    /** The relations of a part, or of the file itself if the name is empty. */
    List<Relation> relations(String part) throws UnreadableFile {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String of = folder + "_rels/" + part.substring(slash) + ".rels";
        List<Relation> relations = new ArrayList<>();
        if (!has(of)) {
            return relations;
        }
        try (XmlPart rels = openDescription(of)) {
            rels.nextChild(0);
            while (rels.nextChild(1)) {
                if (rels.name().equals("Relationship")
                        && !rels.attribute("TargetMode", "").equals("External")) {
                    String type = rels.attribute("Type", "");
                    relations.add(new Relation(
                            rels.attribute("Id", ""),
                            type.substring(type.lastIndexOf('/') + 1),
                            resolve(folder, rels.attribute("Target", ""))));
                }
            }
        }
        return relations;
    }

    /** The first relation of a kind, if there is one. */
    static Optional<Relation> first(List<Relation> relations, String kind) {
        return relations.stream()
                .filter(relation -> relation.kind().equals(kind))
                .findFirst();
    }

    private static String resolve(String folder, String target) {
        String slashed = target.replace('\\', '/');
        List<String> steps = new ArrayList<>();
        for (String step : ((slashed.startsWith("/") ? "" : folder) + slashed).split("/", -1)) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.remove(steps.size() - 1);
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(ZipSecureFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
