package bankscore.cli.screen;

import bankscore.sheet.PlainText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The border to the terminal: whatever is said, by whomever, what a terminal would obey and what hides or turns what is read
 * arrives as {@value #INSTEAD}; only ends of lines and tabs stay ({@code promises.md}).
 */
public final class Screen extends FilterOutputStream {

    static final String INSTEAD = "\uFFFD";

    private static final String KEPT = "\n\t";

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** The first bytes of a character whose others are still to come. */
    private byte[] begun = {};

    private Screen(OutputStream out) {
        super(out);
    }

    /** A stream that nothing but plain text passes, in UTF-8. */
    public static PrintStream over(OutputStream out) {
        return new PrintStream(new Screen(out), true, StandardCharsets.UTF_8);
    }

    /** A text of one line, such as a name that is part of a sentence. */
    static String line(String text) {
        return PlainText.shown(text, "", INSTEAD);
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(begun.length + length)
                .put(begun)
                .put(bytes, from, length)
                .flip();
        CharBuffer text = CharBuffer.allocate(in.remaining());
        decoder.decode(in, text, false);
        begun = new byte[in.remaining()];
        in.get(begun);
        String plain = PlainText.shown(text.flip().toString().replace("\r\n", "\n"), KEPT, INSTEAD);
        out.write(plain.replace("\n", System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    }
}
