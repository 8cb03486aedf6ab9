package bankscore.cli.command;

import bankscore.cli.screen.Terminal;
import bankscore.exact.Period;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2022Q4}. */
public final class PeriodConverter implements ITypeConverter<Period> {

    private final Terminal terminal;

    public PeriodConverter(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Period convert(String text) {
        return Period.parse(text)
                .orElseThrow(() -> new TypeConversionException(terminal.words().text("cli.no_period", "text", text)));
    }
}
