package bankscore.cli.command;

import bankscore.cli.screen.Terminal;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a database; who asks comes from the environment, since everybody can list command lines. */
public final class DatabaseConverter implements ITypeConverter<String> {

    private static final Pattern KNOWN = Pattern.compile("jdbc:(?:postgresql|h2:file):.+");
    private static final Pattern CREDENTIALS =
            Pattern.compile("//[^/?]*@|[?&;](?:user|password|sslpassword)=", Pattern.CASE_INSENSITIVE);

    /** H2 would run what these name. */
    private static final Pattern SCRIPT =
            Pattern.compile(";\\s*(?:INIT|DATABASE_EVENT_LISTENER)\\s*=", Pattern.CASE_INSENSITIVE);

    private final Terminal terminal;

    public DatabaseConverter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String convert(String text) {
        if (CREDENTIALS.matcher(text).find()) {
            throw new TypeConversionException(terminal.words().text("cli.db_credentials"));
        }
        if (!KNOWN.matcher(text).matches() || SCRIPT.matcher(text).find()) {
            throw new TypeConversionException(terminal.words().text("cli.db_unknown", "text", text));
        }
        return text;
    }
}
