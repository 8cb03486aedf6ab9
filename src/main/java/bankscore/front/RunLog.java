package bankscore.front;

import bankscore.run.request.Privacy;
import bankscore.run.request.RunOutcome;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one run, or of a desk for as long as it is served, for maintainers: {@code
 * output/log/<time>-<command>-<period>-<process>.log}, in English, one line a step. At INFO and above it holds no name and no figure of a bank; of an exception it holds where, and only at DEBUG (with
 * {@code BANKSCORE_TRACE} in the environment) what it says; what libraries log is kept only then, too. The latest {@value #KEPT} are kept.
 *
 * <p>A log that cannot be written stops nothing.
 */
public final class RunLog implements AutoCloseable {

    static final int KEPT = 100;

    /** In bytes. */
    private static final int FAULT = 4;

    private static final SecureRandom RANDOM = new SecureRandom();
    static final String OURS = "bankscore";

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Optional<FileAppender<ILoggingEvent>> appender;
    private final long began = System.nanoTime();

    private RunLog(Optional<FileAppender<ILoggingEvent>> appender) {
        this.appender = appender;
    }

    /**
     * Begins a log.
     *
     * @param what command and period
     * @param trace whether all that anybody logs is kept
     */
    public static RunLog open(Path output, String what, Clock clock, boolean trace) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return new RunLog(Optional.empty());
        }
        Path folder = output.resolve("log");
        Path file = folder.resolve(NAME.format(ZonedDateTime.now(clock)) + "-" + what + "-"
                + ProcessHandle.current().pid() + ".log");
        try {
            Privacy.folder(folder);
            prune(folder);
            Files.writeString(file, "");
        } catch (IOException e) {
            return new RunLog(Optional.empty());
        }
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setCharset(StandardCharsets.UTF_8);
        lines.setPattern(
                "%d{yyyy-MM-dd'T'HH:mm:ss.SSSZZZZZ} %-5level %logger{0} - %replace(%msg){'\\pC|[\\u2028\\u2029]','\uFFFD'}%n%nopex");
        lines.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(lines);
        appender.start();
        ch.qos.logback.classic.Logger ours = context.getLogger(OURS);
        ours.setLevel(trace ? Level.DEBUG : Level.INFO);
        ours.addAppender(appender);
        if (trace) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }
        return new RunLog(Optional.of(appender));
    }

    public void begins(String version, String arguments) {
        LOG.info("begin: {}, version {}", arguments, version);
    }

    public void ends(RunOutcome outcome) {
        LOG.info(
                "end: {}, {} findings, {} ms",
                outcome.getClass().getSimpleName(),
                outcome.findings().size(),
                (System.nanoTime() - began) / 1_000_000);
    }

    /**
     * Says where something went wrong that is told of by a number only.
     *
     * @return the number, which the log has too
     */
    public static String fault(Throwable thrown) {
        byte[] bytes = new byte[FAULT];
        RANDOM.nextBytes(bytes);
        String number = HexFormat.of().withUpperCase().formatHex(bytes);
        LOG.error("fault {}", number);
        failed(thrown);
        return number;
    }

    /** Says where something went wrong; what exceptions say may hold names and figures. */
    public static void failed(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            LOG.error("failed: {}", cause.getClass().getName());
            LOG.debug("failed: {}", cause.getMessage());
            for (StackTraceElement frame : cause.getStackTrace()) {
                LOG.error("    at {}", frame);
            }
        }
    }

    private static void prune(Path folder) throws IOException {
        List<Path> logs;
        try (Stream<Path> all = Files.list(folder)) {
            logs = all.filter(path -> path.getFileName().toString().endsWith(".log"))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
        for (Path old : logs.subList(0, Math.max(0, logs.size() - KEPT + 1))) {
            Files.deleteIfExists(old);
        }
    }

    @Override
    public void close() {
        if (appender.isPresent() && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(OURS).detachAppender(appender.get());
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender.get());
            appender.get().stop();
        }
    }
}
