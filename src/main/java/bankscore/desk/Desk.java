package bankscore.desk;

import bankscore.desk.guard.Door;
import bankscore.desk.guard.OneTimeKey;
import bankscore.desk.layout.UploadLimits;
import bankscore.desk.layout.Workplace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** A desk that is being served. */
public final class Desk implements AutoCloseable {

    /** The first port that is tried, and how many after it. */
    private static final int FIRST = 8620;

    private static final int TRIED = 100;

    private final ConfigurableApplicationContext context;
    private final Listening where;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Desk(ConfigurableApplicationContext context, Listening where) {
        this.context = context;
        this.where = where;
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
    }

    /**
     * Where it is served.
     *
     * @param address of this machine
     * @param port 0: whichever is free
     * @param door where it is asked from
     * @param store absent: without TLS, on this machine only or behind a proxy that has it
     */
    public record Listening(String address, int port, Door door, Optional<KeyStore> store) {

        /**
         * The server's key and certificate, for TLS.
         *
         * @param file PKCS #12
         */
        public record KeyStore(Path file, String password) {

            /** Whether it is there, and its password opens it. */
            boolean opens() {
                try (InputStream in = Files.newInputStream(file)) {
                    java.security.KeyStore store = java.security.KeyStore.getInstance(TYPE);
                    store.load(in, password.toCharArray());
                    return store.size() > 0;
                } catch (IOException | GeneralSecurityException e) {
                    return false;
                }
            }
        }

        private static final String TYPE = "PKCS12";
        private static final String HERE = "127.0.0.1";

        /**
         * For this machine only.
         *
         * @param port 0: the first that is free from {@value Desk#FIRST} on
         */
        public static Listening here(int port) {
            return new Listening(HERE, port == 0 ? free() : port, Door.here(), Optional.empty());
        }

        /** For this machine only, on whichever port is free: for tests. */
        static Listening anywhere() {
            return new Listening(HERE, 0, Door.here(), Optional.empty());
        }

        private static int free() {
            for (int port = FIRST; port < FIRST + TRIED; port++) {
                try (ServerSocket socket = new ServerSocket()) {
                    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    return port;
                } catch (IOException e) {
                    // Somebody has it: the next one.
                }
            }
            throw new UncheckedIOException(new IOException("no free port from " + FIRST));
        }
    }

    /** Begins to serve. */
    public static Desk start(Workplace workplace, Listening where) {
        return start(workplace, where, UploadLimits.usual());
    }

    static Desk start(Workplace workplace, Listening where, UploadLimits limits) {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        // It would begin logging anew, without the log that is open. What Tomcat says goes where libraries' words go.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        application.setListeners(application.getListeners().stream()
                .filter(each -> !(each instanceof LoggingApplicationListener))
                .toList());
        application.setDefaultProperties(properties(where, limits));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Workplace.class, () -> workplace, bean -> bean.setDestroyMethodName(""));
            beans.registerBean(OneTimeKey.class, OneTimeKey::new);
            beans.registerBean(Door.class, where::door);
            beans.registerBean(UploadLimits.class, () -> limits);
        });
        Desk desk = new Desk(application.run(), where);
        workplace.serve(desk.address());
        return desk;
    }

    private static Map<String, Object> properties(Listening where, UploadLimits limits) {
        Map<String, Object> properties = new HashMap<>(Map.ofEntries(
                Map.entry("server.address", where.address()),
                Map.entry("server.port", where.port()),
                Map.entry("server.servlet.session.timeout", "30m"),
                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                Map.entry("server.servlet.session.cookie.name", "desk"),
                Map.entry("server.servlet.session.cookie.http-only", true),
                Map.entry("server.servlet.session.cookie.same-site", "strict"),
                Map.entry("server.tomcat.threads.max", 20),
                Map.entry("server.tomcat.max-part-count", 2000),
                // Behind a proxy the desk itself is not asked by TLS, and browsers are not to leave it.
                Map.entry("server.tomcat.use-relative-redirects", true),
                // Of what is too large so much is passed over, or a browser would see no answer.
                Map.entry("server.tomcat.max-swallow-size", 2 * limits.period() + "B"),
                Map.entry("spring.servlet.multipart.max-file-size", limits.file() + "B"),
                Map.entry("spring.servlet.multipart.max-request-size", limits.period() + "B"),
                Map.entry("spring.servlet.multipart.resolve-lazily", true),
                Map.entry("spring.thymeleaf.prefix", "classpath:/desk/"),
                Map.entry("spring.web.resources.static-locations", "classpath:/desk/static/"),
                Map.entry("spring.web.error.include-stacktrace", "never"),
                Map.entry("spring.web.error.include-message", "never"),
                Map.entry("spring.web.error.whitelabel.enabled", false)));
        if (where.door().signIn()) {
            properties.put("server.servlet.session.cookie.secure", true);
        }
        where.store().ifPresent(store -> {
            properties.put("server.ssl.key-store", store.file().toUri().toString());
            properties.put("server.ssl.key-store-password", store.password());
            properties.put("server.ssl.key-store-type", Listening.TYPE);
        });
        return properties;
    }

    /** The address with the one-time key. */
    public String entry() {
        return address() + "enter?key=" + context.getBean(OneTimeKey.class).text();
    }

    /** The address without a key; it ends in a slash. */
    public String address() {
        if (where.door().signIn()) {
            return "https://"
                    + where.door().names().stream().sorted().findFirst().orElseThrow() + "/";
        }
        return "http://" + Listening.HERE + ":" + context.getEnvironment().getProperty("local.server.port") + "/";
    }

    /** Waits until it is closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Everything it is made of, for a test of its parts. */
    ConfigurableApplicationContext parts() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
