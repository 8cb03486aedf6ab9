package bankscore.cli.command;

import bankscore.cli.screen.Terminal;
import bankscore.exact.Period;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2022Q4}. */
public record PeriodConverter(Terminal terminal) implements ITypeConverter<Period> {
    @Override
    public Period convert(String text) {
        return Period.parse(text)
                .orElseThrow(() -> new TypeConversionException(terminal.words().text("cli.no_period", "text", text)));
    }
}
