package bankscore.facts;

import bankscore.sheet.PlainText;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The banks of the roster in its order, found by code, full name, short name or alias.
 *
 * <p>Names match exactly after {@link #key normalisation}, never by similarity: names of real banks differ by one
 * character.
 */
public final class Register {

    private final Map<String, Bank> byCode = new LinkedHashMap<>();
    private final Map<String, Bank> byName = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    /** The earlier bank keeps a name that two banks claim; the check of the roster reports it. */
    public Register(List<Bank> banks) {
        for (Bank bank : banks) {
            byCode.putIfAbsent(bank.code(), bank);
            order.putIfAbsent(bank.code(), order.size());
        }
        for (Bank bank : banks) {
            byName.putIfAbsent(key(bank.code()), bank);
            byName.putIfAbsent(key(bank.name()), bank);
        }
        for (Bank bank : banks) {
            if (!bank.shortName().isEmpty()) {
                byName.putIfAbsent(key(bank.shortName()), bank);
            }
            for (String alias : bank.aliases()) {
                byName.putIfAbsent(key(alias), bank);
            }
        }
    }

    /** A name as it is compared: NFKC, trimmed, no-break spaces among the spaces. */
    public static String key(String name) {
        return PlainText.is(name)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    }

    public List<Bank> banks() {
        return List.copyOf(byCode.values());
    }

    public Optional<Bank> bank(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The bank that goes by a name. */
    public Optional<Bank> named(String name) {
        Bank written = byName.get(name);
        return Optional.ofNullable(written == null ? byName.get(key(name)) : written);
    }

    /** The bank's row in the roster, from 0: the last resort of every tie. */
    public int order(String code) {
        Integer row = order.get(code);
        if (row == null) {
            throw new IllegalArgumentException("not in the roster: " + code);
        }
        return row;
    }
}
