package bankscore.subsidy.keep;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How something is written as bytes and read again, one after the other.
 *
 * @param <T> what is written
 */
interface Form<T> {

    void write(DataOutputStream to, T item) throws IOException;

    T read(DataInputStream from) throws IOException;
}
