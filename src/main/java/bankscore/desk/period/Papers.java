package bankscore.desk.period;

import bankscore.desk.layout.Obstacle;
import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.run.request.Progress;
import bankscore.run.request.RunRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What goes back to the offices: the list of findings, marked copies, blank tables. */
@Controller
class Papers {

    private static final int MISSING = 404;

    private final Workplace workplace;
    private final Rules rules;
    private final Standings standings;

    Papers(Workplace workplace, Rules rules, Standings standings) {
        this.workplace = workplace;
        this.rules = rules;
        this.standings = standings;
    }

    /** A file that goes back, as a download. */
    @GetMapping("/period/{period}/returned")
    ResponseEntity<Resource> returned(
            @PathVariable("period") String period, @RequestParam("rule") String rule, @RequestParam("name") String name)
            throws IOException {
        Path file = standings
                .returned(rules.topic(period, rule), name)
                .orElseThrow(
                        () -> new Obstacle(MISSING, List.of(workplace.words().text("desk.period.no_file"))));
        return ResponseEntity.ok()
                .headers(download(String.valueOf(file.getFileName())))
                .body(new FileSystemResource(file));
    }

    /** The blank tables of a period, as one file. */
    @GetMapping("/period/{period}/templates")
    ResponseEntity<StreamingResponseBody> templates(
            @PathVariable("period") String period, @RequestParam("rule") String rule, Principal principal) {
        Topic topic = rules.topic(period, rule);
        Path folder = workplace.ask(faces -> rules.prepared(topic)
                .templates(
                        new RunRequest(
                                topic.period(),
                                Optional.empty(),
                                false,
                                faces.office().publishing(),
                                workplace.seat().caller(principal.getName(), "template " + topic.period()),
                                Progress.SILENT),
                        faces.engine(),
                        faces.installation()));
        return ResponseEntity.ok()
                .headers(download(
                        workplace.words().text("desk.period.templates_file", "period", topic.period()) + ".zip"))
                .body(out -> zip(folder, out));
    }

    private static void zip(Path folder, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, zip);
            }
        }
    }

    private static HttpHeaders download(String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build());
        return headers;
    }
}
