package bankscore.contribution.papers;

import bankscore.contribution.judge.Report;
import bankscore.finding.Words;
import bankscore.sheet.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The result on one self-contained page: nothing is loaded from anywhere, and its policy lets nothing be loaded. The
 * template escapes all text and sets names apart, whichever way they are read; only the program's own style and script go
 * in as they are. What no page shows is left out.
 */
public final class ResultPage {

    private static final TemplateEngine ENGINE = engine();

    private ResultPage() {}

    /** The words as the template asks for them. */
    public record Texts(Words words) {

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

    /** Writes the page. */
    public static void write(Report report, Words words, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(html(report, words));
        }
    }

    /** The page's text; the same for the same report. */
    public static String html(Report report, Words words) {
        Map<String, Object> model = Map.of("page", PageMaker.of(report, words), "t", new Texts(words));
        return PlainText.shownLines(
                ENGINE.process("templates/report.html", new Context(Locale.SIMPLIFIED_CHINESE, model)));
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ResultPage.class.getClassLoader());
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
