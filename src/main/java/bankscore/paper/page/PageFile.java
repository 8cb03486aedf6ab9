package bankscore.paper.page;

import bankscore.exact.Sha256;
import bankscore.finding.Words;
import bankscore.office.RunFacts;
import bankscore.paper.page.PageParts.Head;
import bankscore.sheet.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * A result on one self-contained page: nothing is loaded from anywhere, and its policy lets nothing be loaded. The
 * templates escape all text and set names apart, whichever way they are read; only the program's own style and script go
 * in as they are. What no page shows is left out.
 */
public final class PageFile {

    private static final TemplateEngine ENGINE = engine();

    private PageFile() {}

    /**
     * The words as templates ask for them, and what only a page that somebody serves can have.
     *
     * @param explanations the address that explains a result, to which a name is added; empty in a file
     */
    public record Texts(Words words, String explanations) {

        /** Whether names and numbers lead to their explanations; in a file they stand by themselves. */
        public boolean served() {
            return !explanations.isEmpty();
        }

        public String page(String key) {
            return words.text("page." + key);
        }

        public String letter(String key) {
            return words.text("letter." + key);
        }

        public String list(String key) {
            return words.text("list." + key);
        }
    }

    /**
     * A page before it is written.
     *
     * @param template the name of its template
     * @param page what the template shows
     */
    public record Sheet(String template, Object page, Words words) {

        /** Writes it. */
        public void write(Path file) throws IOException {
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                out.write(html());
            }
        }

        /** Its text; the same for the same page. */
        public String html() {
            Map<String, Object> model = Map.of("page", page, "t", new Texts(words, ""));
            return PlainText.shownLines(
                    ENGINE.process("templates/" + template, new Context(Locale.SIMPLIFIED_CHINESE, model)));
        }

        /** The words for whoever serves it. */
        public Texts served(String explanations) {
            return new Texts(words, explanations);
        }
    }

    /**
     * What stands before the first section.
     *
     * @param facts who made it, of which period and revision
     * @param approval the line about an approval; may be empty
     */
    public static Head head(String title, String status, String facts, String approval, RunFacts run, Words words) {
        String code = words.text("letter.code", "code", run.code());
        String style = resource("report.css")
                .replace("{code}", code)
                .replace(
                        "{pages}",
                        words.text("list.footer", "page", "\" counter(page) \"", "pages", "\" counter(pages) \""));
        String script = resource("report.js");
        String policy = "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script)
                + "'; base-uri 'none'; form-action 'none'";
        return new Head(policy, style, script, title, status, facts, code, approval);
    }

    /** A part of the page, with the line ends that a browser sees when it checks the digest. */
    private static String resource(String name) {
        try (InputStream in = PageFile.class.getResourceAsStream("/templates/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        return "sha256-"
                + Base64.getEncoder().encodeToString(new Sha256().add(text).bytes());
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PageFile.class.getClassLoader());
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
