package bankscore.desk.history;

import bankscore.desk.pick.Which;
import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.office.Caller;
import bankscore.office.PaperCode;
import bankscore.office.Series;
import bankscore.office.Slip;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.publish.Slips;
import bankscore.run.revisions.History;
import bankscore.run.revisions.Shelf;
import bankscore.run.revisions.SlipCheck;
import bankscore.run.revisions.Verification;
import bankscore.run.revisions.Verification.Named;
import bankscore.run.revisions.Verification.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Verifies by a revision, by a code, or by a file, and says what came of it. */
record Verifier(Faces faces, Words words, Caller caller) {

    private static final int BUFFER = 1 << 16;

    Said which(Which which) throws IOException, ConfigException {
        Said said = new Said(words);
        Verification verification =
                verification(faces.of(which.series(faces.office().jurisdiction())));
        Optional<Named> named = verification.byPeriod(which.period(), Optional.of(which.number()));
        if (named.isEmpty()) {
            said.bad("desk.pick.missing", "of", which);
            verification
                    .lost(which.period())
                    .forEach(each -> said.bad("cli.difference." + each.key(), "subject", each.subject()));
        } else {
            revision(said, verification, named.get());
        }
        return said;
    }

    Said code(String typed) throws IOException, ConfigException {
        Said said = new Said(words);
        if (!PaperCode.isCode(PaperCode.typed(typed))) {
            said.bad("desk.history.no_code");
            return said;
        }
        for (Face<?> face : faces.published()) {
            Verification verification = verification(face);
            for (Named named : verification.byCode(typed)) {
                revision(said, verification, named);
            }
        }
        if (said.lines().isEmpty()) {
            said.bad("cli.code_unknown", "code", PaperCode.typed(typed));
        }
        return said;
    }

    /**
     * Whether a file is a published one, or a slip that the database agrees with.
     *
     * @param file somebody's copy
     * @param name as he calls it
     */
    Said file(Path file, String name) throws IOException, ConfigException {
        Optional<Slip> slip = Slips.read(file);
        Said said = new Said(words);
        if (slip.isPresent()) {
            slip(said, slip.get());
            return said;
        }
        String digest = digest(file);
        Said alike = new Said(words);
        for (Face<?> face : faces.published()) {
            for (Shelf.Filed filed : face.shelf().find(digest, name)) {
                Object[] values = {
                    "file", filed.file(), "period", face.series().subject(filed.period()), "revision", filed.number()
                };
                if (filed.same()) {
                    said.good("desk.history.same", values);
                    Verification verification = verification(face);
                    Optional<Named> named = verification.byPeriod(filed.period(), Optional.of(filed.number()));
                    if (named.isPresent()) {
                        revision(said, verification, named.get());
                    }
                } else {
                    alike.bad("desk.history.alike", values);
                }
            }
        }
        if (!said.lines().isEmpty()) {
            return said;
        }
        if (alike.lines().isEmpty()) {
            alike.bad("desk.history.unknown", "file", name);
        }
        return alike;
    }

    private Verification verification(Face<?> face) throws IOException {
        return face.verification(faces.office().publishing().output());
    }

    /** What the database says of itself comes first: it may agree with itself, and yet not with what was filed. */
    private void slip(Said said, Slip stated) throws IOException, ConfigException {
        Verification verification =
                verification(faces.of(new Series(faces.office().jurisdiction(), stated.rule())));
        Optional<Named> named = verification.byPeriod(stated.period(), Optional.of(stated.revision()));
        if (named.isPresent()) {
            revision(said, verification, named.get());
        }
        SlipCheck check = verification.check(stated);
        said.plain(
                stated.approval().isPresent() ? "cli.slip.approved" : "cli.slip.published",
                "period",
                stated.period(),
                "revision",
                stated.revision(),
                "time",
                History.minute(stated.time()));
        for (SlipCheck.Point point : check.points()) {
            Object[] values = {"stated", point.stated(), "found", point.found()};
            if (point.holds()) {
                said.good("cli.slip.holds." + point.key(), values);
            } else {
                said.bad("cli.slip.differs." + point.key(), values);
            }
        }
        if (check.holds()) {
            said.good("cli.slip.same", "after", check.after());
        } else {
            said.bad("cli.slip.different");
        }
    }

    private void revision(Said said, Verification verification, Named named) throws IOException {
        Optional<Verified> verified = verification.verify(named, caller);
        if (verified.isEmpty()) {
            said.bad("cli.locked");
            return;
        }
        said.plain(
                named.latest() ? "cli.verified_which" : "cli.verified_older",
                "period",
                named.period(),
                "revision",
                named.number(),
                "code",
                named.code(),
                "scheme",
                named.scheme(),
                "published",
                History.minute(named.publishedAt()));
        if (PaperCode.isWeak(named.code())) {
            said.bad("cli.verified_weak", "code", named.code());
        }
        verified.get()
                .differences()
                .forEach(each -> said.bad("cli.difference." + each.key(), "subject", each.subject()));
        String recomputed = "cli.recomputed." + verified.get().recomputed().name();
        if (verified.get().holds()) {
            said.good(recomputed);
            said.good("cli.verified", "links", verified.get().links());
        } else {
            said.plain(recomputed);
            said.bad("cli.different", "count", verified.get().differences().size());
        }
    }

    private static String digest(Path file) throws IOException {
        Sha256 digest = new Sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.add(buffer, 0, read);
            }
        }
        return digest.hex();
    }
}
