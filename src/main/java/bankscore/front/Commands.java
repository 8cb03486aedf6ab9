package bankscore.front;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands and what reads their words, giving each the one thing that its constructor asks for. */
public final class Commands implements IFactory {

    private final List<Object> given;

    /** @param given what constructors may ask for */
    public Commands(Object... given) {
        this.given = List.of(given);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Object each : given) {
            Optional<Constructor<?>> asking = Arrays.stream(type.getDeclaredConstructors())
                    .filter(constructor ->
                            Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {each.getClass()}))
                    .findFirst();
            if (asking.isPresent()) {
                return type.cast(asking.get().newInstance(each));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
