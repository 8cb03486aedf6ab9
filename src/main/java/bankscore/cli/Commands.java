package bankscore.cli;

import bankscore.cli.screen.Terminal;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands and what reads their words, giving each the terminal that its constructor asks for. */
final class Commands implements IFactory {

    private final Terminal terminal;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Constructor<?>> talking = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Terminal.class}))
                .findFirst();
        return talking.isPresent()
                ? type.cast(talking.get().newInstance(terminal))
                : CommandLine.defaultFactory().create(type);
    }
}
