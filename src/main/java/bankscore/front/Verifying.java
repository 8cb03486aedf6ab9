package bankscore.front;

import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.office.Caller;
import bankscore.office.PaperCode;
import bankscore.office.Series;
import bankscore.office.Slip;
import bankscore.office.Way;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.revisions.History;
import bankscore.run.revisions.SlipCheck;
import bankscore.run.revisions.Standings;
import bankscore.run.revisions.Verification;
import bankscore.run.revisions.Verification.Named;
import bankscore.run.revisions.Verification.Verified;
import java.io.IOException;
import java.util.Optional;

/**
 * Whether something is still what was published, and what is told of it, sentence by sentence.
 *
 * @param caller who asks
 */
public record Verifying(Faces faces, Words words, Caller caller, Telling telling) {

    /** How it ends; of several the last here counts. */
    public enum End {
        HOLDS,
        LOCKED,
        DIFFERS;

        /** The worse of two. */
        public End or(End other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /** What is published of a rule, to be verified. */
    public Verification of(Face<?> face) throws IOException {
        return face.verification(faces.office().publishing().output());
    }

    /** A paper by its code, which belongs to no revision of any rule where it is not ours, or no longer. */
    public End code(String typed) throws IOException, ConfigException {
        boolean any = false;
        End worst = End.HOLDS;
        for (Face<?> face : faces.published()) {
            Verification verification = of(face);
            for (Named named : verification.byCode(typed)) {
                any = true;
                worst = worst.or(revision(verification, named));
            }
        }
        if (any) {
            return worst;
        }
        telling.complain("cli.code_unknown", "code", PaperCode.typed(typed));
        return End.DIFFERS;
    }

    /** A filed slip. What the database says of itself comes first: it may agree with itself, and yet not with what was filed. */
    public End slip(Slip stated) throws IOException, ConfigException {
        Verification verification = of(faces.of(new Series(faces.office().jurisdiction(), stated.rule())));
        Optional<Named> named = verification.byPeriod(stated.period(), Optional.of(stated.revision()));
        SlipCheck check = verification.check(stated);
        End end = named.isEmpty() ? End.HOLDS : revision(verification, named.get());
        telling.say(
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
                telling.confirm("cli.slip.holds." + point.key(), values);
            } else {
                telling.complain("cli.slip.differs." + point.key(), values);
            }
        }
        if (!check.holds()) {
            telling.complain("cli.slip.different");
            return End.DIFFERS;
        }
        telling.confirm("cli.slip.same", "after", check.after());
        return end;
    }

    /** A revision, with its approval, its signatures and its chain. */
    public End revision(Verification verification, Named named) throws IOException {
        Optional<Verified> verified = verification.verify(named, caller);
        if (verified.isEmpty()) {
            telling.complain("cli.locked");
            return End.LOCKED;
        }
        telling.say(
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
            telling.complain("cli.verified_weak", "code", named.code());
        }
        named.approval().ifPresent(approval -> telling.tell(approval, named.number()));
        verified.get().way().ifPresent(way -> tell(named, way));
        differences(verified.get().differences());
        String recomputed = "cli.recomputed." + verified.get().recomputed().name();
        if (!verified.get().holds()) {
            telling.say(recomputed);
            telling.complain(
                    "cli.different", "count", verified.get().differences().size());
            return End.DIFFERS;
        }
        telling.confirm(recomputed);
        telling.confirm("cli.verified", "links", verified.get().links());
        return End.HOLDS;
    }

    /** What is not as it was. */
    public void differences(Iterable<Verification.Difference> differences) {
        differences.forEach(each -> telling.complain("cli.difference." + each.key(), "subject", each.subject()));
    }

    /** How far it has come, and whose signatures say so. */
    private void tell(Named named, Way way) {
        if (way.taken().isEmpty()) {
            return;
        }
        telling.say(
                "cli.standing",
                "period",
                named.period(),
                "revision",
                named.number(),
                "standing",
                Standings.said(way.standing(), words));
        for (Way.Taken taken : way.taken()) {
            taken.act()
                    .by()
                    .ifPresent(signer -> telling.say(
                            "cli.signed",
                            "role",
                            taken.verdict().role().word(),
                            "person",
                            signer.name(),
                            "at",
                            History.minute(taken.act().at()),
                            "fingerprint",
                            signer.fingerprint()));
        }
    }
}
