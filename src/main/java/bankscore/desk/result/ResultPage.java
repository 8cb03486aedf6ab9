package bankscore.desk.result;

import bankscore.desk.layout.Obstacle;
import bankscore.desk.layout.Workplace;
import bankscore.desk.pick.Bookcase;
import bankscore.desk.pick.View;
import bankscore.desk.pick.Which;
import bankscore.finding.ConfigException;
import bankscore.front.Desktop;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.questions.Questions.Explained;
import bankscore.run.questions.Questions.Shown;
import bankscore.run.request.Deletion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What is published of a period. */
@Controller
class ResultPage {

    private static final int MISSING = 404;
    private static final int NOT_HERE = 503;
    private static final Pattern PRINTABLE = Pattern.compile(".+\\.(xlsx|docx)");

    private final Workplace workplace;
    private final Bookcase bookcase;
    private final Desktop desktop;

    ResultPage(Workplace workplace, Bookcase bookcase) {
        this.workplace = workplace;
        this.bookcase = bookcase;
        this.desktop =
                new Desktop(System.getProperty("os.name", ""), workplace.seat().environment());
    }

    /**
     * A file to take along.
     *
     * @param size in kilobytes
     * @param printable whether it can be had as PDF
     */
    public record Offered(String name, long size, boolean printable) {}

    @GetMapping("/result")
    String page(@RequestParam(defaultValue = "") String of, Model model) {
        workplace.ask(faces -> {
            Optional<Which> which = bookcase.pick(faces, of, model).map(Bookcase.Picked::which);
            if (which.isPresent()) {
                Face<?> face = face(faces, which.get());
                Shown shown = face.questions().show(which.get().asked());
                model.addAttribute("shown", shown);
                model.addAllAttributes(shown.model(UriComponentsBuilder.fromPath("/result/explained")
                        .queryParam("of", "{of}")
                        .encode()
                        .buildAndExpand(which.get())
                        .toUriString()));
                model.addAttribute("files", files(face, which.get()));
                model.addAttribute("prints", desktop.prints());
            }
            return model;
        });
        return "result/result";
    }

    /** The latest revision of a period by the name of its rule. */
    @GetMapping("/result/{period}")
    String latest(@PathVariable String period, @RequestParam(defaultValue = "") String rule) {
        Which which = workplace.ask(faces -> {
            Face<?> face = faces.of(Optional.of(rule).filter(name -> !name.isEmpty()));
            return face.shelf().entries().stream()
                    .filter(entry -> entry.latest() && entry.period().toString().equals(period))
                    .findFirst()
                    .map(entry -> new Which(entry.rule(), entry.period(), entry.number()))
                    .orElseThrow(() -> missing(period));
        });
        return "redirect:"
                + UriComponentsBuilder.fromPath("/result")
                        .queryParam("of", "{of}")
                        .encode()
                        .buildAndExpand(which)
                        .toUriString();
    }

    @GetMapping("/result/explained")
    String explained(@RequestParam String of, @RequestParam String whom, Model model) {
        Which which = read(of);
        workplace.ask(faces -> {
            bookcase.pick(faces, of, model);
            try (Explained explained = face(faces, which)
                    .questions()
                    .explain(which.asked(), Optional.of(whom.strip()).filter(name -> !name.isEmpty()))) {
                model.addAttribute(
                        "answers", explained.all().stream().map(View::of).toList());
                model.addAttribute("latest", explained.latest());
                return model;
            }
        });
        return "result/explained";
    }

    @GetMapping("/result/file")
    ResponseEntity<byte[]> file(@RequestParam String of, @RequestParam String name) {
        return download(content(read(of), name), name);
    }

    @GetMapping("/result/print")
    ResponseEntity<byte[]> print(@RequestParam String of, @RequestParam String name)
            throws IOException, InterruptedException {
        byte[] content = content(read(of), name);
        if (!PRINTABLE.matcher(name).matches()) {
            throw missing(name);
        }
        Path folder = Files.createTempDirectory("printed");
        try {
            // The name of a published file is no name that another program is given.
            Path file = folder.resolve("book" + name.substring(name.lastIndexOf('.')));
            Files.write(file, content);
            Path printed = desktop.printed(file)
                    .orElseThrow(() ->
                            new Obstacle(NOT_HERE, List.of(workplace.words().text("desk.result.not_printed"))));
            return download(Files.readAllBytes(printed), name.substring(0, name.lastIndexOf('.')) + ".pdf");
        } finally {
            Deletion.of(folder);
        }
    }

    private byte[] content(Which which, String name) {
        return workplace
                .ask(faces -> face(faces, which).shelf().file(which.period(), which.number(), name))
                .orElseThrow(() -> missing(name));
    }

    private List<Offered> files(Face<?> face, Which which) {
        Map<String, Long> sizes = face.shelf().files(which.period(), which.number());
        return sizes.entrySet().stream()
                // What people open comes first.
                .sorted(Comparator.comparing(
                        file -> !PRINTABLE.matcher(file.getKey()).matches()))
                .map(file -> new Offered(
                        file.getKey(),
                        (file.getValue() + 1023) / 1024,
                        PRINTABLE.matcher(file.getKey()).matches()))
                .toList();
    }

    private static ResponseEntity<byte[]> download(byte[] content, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(last, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content);
    }

    private static Face<?> face(Faces faces, Which which) throws ConfigException {
        return faces.of(which.series(faces.office().jurisdiction()));
    }

    private Which read(String of) {
        return Which.read(of).orElseThrow(() -> missing(of));
    }

    private Obstacle missing(String what) {
        return new Obstacle(MISSING, List.of(workplace.words().text("desk.pick.missing", "of", what)));
    }
}
