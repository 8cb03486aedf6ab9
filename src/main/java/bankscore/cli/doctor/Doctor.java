package bankscore.cli.doctor;

import bankscore.finding.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what there is around the program: a line for each thing, with what to do. */
public final class Doctor {

    private static final int OLDEST_JAVA = 17;

    /** Megabytes: less stops a run half way; less than the second is soon used up. */
    private static final int DISK_NEEDED = 200;

    private static final int DISK_WISHED = 2000;

    /** What the system and an open workbook take besides the program, in megabytes. */
    private static final int MEMORY_BESIDE = 1500;

    /** A clock may be put right by a little. */
    private static final Duration CLOCK_DRIFT = Duration.ofHours(1);

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Words words;
    private final List<Line> lines = new ArrayList<>();

    private Doctor(Words words) {
        this.words = words;
    }

    /** How a thing is. */
    public enum State {
        /** As it should be. */
        GOOD,
        /** The program works; something is not as it might be. */
        CARE,
        /** The program does not work, or not rightly. */
        BAD
    }

    /** One thing, and what to do about it. */
    public record Line(State state, String text) {}

    /** Looks at everything once. */
    public static List<Line> look(Surroundings around, Words words) {
        Doctor doctor = new Doctor(words);
        doctor.lookAt(around);
        return List.copyOf(doctor.lines);
    }

    private void lookAt(Surroundings around) {
        say(
                around.java() < OLDEST_JAVA ? State.BAD : State.GOOD,
                "java",
                "version",
                around.java(),
                "place",
                around.runtime());
        say(
                around.memory() < around.heap()
                        ? State.BAD
                        : around.memory() < around.heap() + MEMORY_BESIDE ? State.CARE : State.GOOD,
                "memory",
                "memory",
                around.memory(),
                "heap",
                around.heap());
        say(
                around.free() < DISK_NEEDED ? State.BAD : around.free() < DISK_WISHED ? State.CARE : State.GOOD,
                "disk",
                "free",
                around.free(),
                "folder",
                around.output());
        say(around.unwritable().isEmpty() ? State.GOOD : State.BAD, "write", "folders", joined(around.unwritable()));
        say(around.unreadable().isEmpty() ? State.GOOD : State.BAD, "read", "folders", joined(around.unreadable()));
        clock(around);
        database(around);
        fonts(around);
        say(
                around.libreOffice().isPresent() ? State.GOOD : State.CARE,
                "office",
                "place",
                around.libreOffice().map(Path::toString).orElse(""));
        say(around.portFree() ? State.GOOD : State.CARE, "port", "port", around.port());
    }

    private void clock(Surroundings around) {
        boolean back = around.written()
                .filter(written -> written.isAfter(around.now().toInstant().plus(CLOCK_DRIFT)))
                .isPresent();
        String now = MINUTE.format(around.now());
        if (back) {
            say(
                    State.BAD,
                    "clock",
                    "now",
                    now,
                    "written",
                    MINUTE.format(
                            around.written().orElseThrow().atZone(around.now().getZone())));
        } else if (!around.now().getOffset().equals(CHINA)) {
            lines.add(new Line(
                    State.CARE,
                    words.text(
                            "cli.doctor.clock.zone",
                            "now",
                            now,
                            "zone",
                            around.now().getZone())));
        } else {
            say(State.GOOD, "clock", "now", now);
        }
    }

    private void database(Surroundings around) {
        if (around.database().isEmpty()) {
            lines.add(new Line(State.GOOD, words.text("cli.doctor.database.none")));
        } else if (around.database().get().isEmpty()) {
            say(State.GOOD, "database");
        } else {
            String reason = around.database().get();
            lines.add(new Line(
                    reason.equals("IN_USE") ? State.CARE : State.BAD, words.text("cli.doctor.database." + reason)));
        }
    }

    /** The letter's own fonts; without one of them another one is printed, and lines and pages break elsewhere. */
    private void fonts(Surroundings around) {
        List<String> wanted = List.of(words.text("cli.doctor.fonts").split("、", -1));
        Set<String> there = around.fonts().orElse(Set.of());
        String missing = wanted.stream().filter(font -> !there.contains(font)).collect(Collectors.joining("、"));
        if (around.fonts().isEmpty()) {
            lines.add(new Line(State.CARE, words.text("cli.doctor.fonts.unseen")));
        } else {
            say(missing.isEmpty() ? State.GOOD : State.CARE, "fonts", "missing", missing);
        }
    }

    private void say(State state, String what, Object... namesAndValues) {
        lines.add(new Line(state, words.text("cli.doctor." + what + "." + state.name(), namesAndValues)));
    }

    private static String joined(List<Path> folders) {
        return folders.stream().map(Path::toString).collect(Collectors.joining("、"));
    }
}
