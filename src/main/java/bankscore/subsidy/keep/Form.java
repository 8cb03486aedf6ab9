package bankscore.subsidy.keep;

/**
 * How something is written as bytes and read again, one after the other.
 *
 * @param <T> what is written
 */
interface Form<T> {

    void write(ByteWriter to, T item);

    T read(ByteReader from);
}
