package bankscore.front;

import bankscore.finding.Words;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a database; who asks comes from the environment, since everybody can list command lines. */
public record DatabaseConverter(Words words) implements ITypeConverter<String> {
    private static final Pattern CREDENTIALS =
            Pattern.compile("//[^/?]*@|[?&;](?:user|password|sslpassword)=", Pattern.CASE_INSENSITIVE);

    /** A file of H2's, without any of the settings by which H2 would run a script, load a class or write elsewhere. */
    private static final Pattern FILE = Pattern.compile("jdbc:h2:file:[^;]+");

    private static final Pattern PARAMETER = Pattern.compile("&");
    private static final Pattern SERVER = Pattern.compile("jdbc:postgresql:[^?]+(?:\\?([^?]*))?");

    /** What of a server's address changes how it is reached, and nothing on this machine. */
    private static final Set<String> PARAMETERS = Set.of(
            "ApplicationName",
            "connectTimeout",
            "currentSchema",
            "gssEncMode",
            "hostRecheckSeconds",
            "loadBalanceHosts",
            "loginTimeout",
            "socketTimeout",
            "ssl",
            "sslcert",
            "sslkey",
            "sslmode",
            "sslrootcert",
            "targetServerType",
            "tcpKeepAlive");

    @Override
    public String convert(String text) {
        if (CREDENTIALS.matcher(text).find()) {
            throw new TypeConversionException(words.text("cli.db_credentials"));
        }
        if (!FILE.matcher(text).matches() && !isServer(text)) {
            throw new TypeConversionException(words.text("cli.db_unknown", "text", text));
        }
        return text;
    }

    private static boolean isServer(String text) {
        Matcher server = SERVER.matcher(text);
        return server.matches()
                && (server.group(1) == null
                        || PARAMETER
                                .splitAsStream(server.group(1))
                                .allMatch(each -> PARAMETERS.contains(each.replaceFirst("=.*", ""))));
    }
}
