package bankscore.front;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it. */
public final class ProgramVersion implements IVersionProvider {

    public static String read() {
        Properties properties = new Properties();
        try (InputStream in = ProgramVersion.class.getResourceAsStream("/version.properties")) {
            if (in == null) {
                throw new IllegalStateException("no version.properties");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"bankscore " + read()};
    }
}
