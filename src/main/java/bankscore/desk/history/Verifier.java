package bankscore.desk.history;

import bankscore.desk.layout.Said;
import bankscore.desk.pick.Which;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.front.Verifying;
import bankscore.office.Caller;
import bankscore.office.PaperCode;
import bankscore.office.Slip;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.publish.Slips;
import bankscore.run.request.Digests;
import bankscore.run.revisions.Shelf;
import bankscore.run.revisions.Verification;
import bankscore.run.revisions.Verification.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Verifies by a revision, by a code, or by a file, and says what came of it. */
record Verifier(Faces faces, Words words, Caller caller) {

    private Verifying telling(Said said) {
        return new Verifying(faces, words, caller, said);
    }

    Said which(Which which) throws IOException, ConfigException {
        Said said = new Said(words);
        Verifying verifying = telling(said);
        Verification verification =
                verifying.of(faces.of(which.series(faces.office().jurisdiction())));
        Optional<Named> named = verification.byPeriod(which.period(), Optional.of(which.number()));
        if (named.isEmpty()) {
            said.complain("desk.pick.missing", "of", which);
            verifying.differences(verification.lost(which.period()));
        } else {
            verifying.revision(verification, named.get());
        }
        return said;
    }

    Said code(String typed) throws IOException, ConfigException {
        Said said = new Said(words);
        if (PaperCode.isCode(PaperCode.typed(typed))) {
            telling(said).code(typed);
        } else {
            said.complain("desk.history.no_code");
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
        Verifying verifying = telling(said);
        if (slip.isPresent()) {
            verifying.slip(slip.get());
            return said;
        }
        String digest = Digests.of(file);
        Said alike = new Said(words);
        for (Face<?> face : faces.published()) {
            for (Shelf.Filed filed : face.shelf().find(digest, name)) {
                Object[] values = {
                    "file", filed.file(), "period", face.series().subject(filed.period()), "revision", filed.number()
                };
                if (filed.same()) {
                    said.confirm("desk.history.same", values);
                    Verification verification = verifying.of(face);
                    Optional<Named> named = verification.byPeriod(filed.period(), Optional.of(filed.number()));
                    if (named.isPresent()) {
                        verifying.revision(verification, named.get());
                    }
                } else {
                    alike.complain("desk.history.alike", values);
                }
            }
        }
        if (!said.lines().isEmpty()) {
            return said;
        }
        if (alike.lines().isEmpty()) {
            alike.complain("desk.history.unknown", "file", name);
        }
        return alike;
    }
}
