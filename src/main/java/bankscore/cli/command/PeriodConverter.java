package bankscore.cli.command;

import bankscore.exact.Period;
import bankscore.load.WordsLoader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2022Q4}. */
final class PeriodConverter implements ITypeConverter<Period> {

    @Override
    public Period convert(String text) {
        return Period.parse(text)
                .orElseThrow(
                        () -> new TypeConversionException(WordsLoader.load().text("cli.no_period", "text", text)));
    }
}
