package outpost.cloud.internal.catalog.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file's lines, numbered from 1. A line that is too long is skipped to its end and given as far as the limit. */
final class Lines {
    static final int MAX_CHARS = 65_536;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader text;
    private long number;
    private boolean skipLineFeed;

    Lines(InputStream file) {
        text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), 1 << 16);
    }

    /** The number of the line that was given last. */
    long number() {
        return number;
    }

    /** The next line without its end; empty after the last one. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = read();
        if (number == 0 && c == BYTE_ORDER_MARK) {
            c = read();
        }
        if (c < 0) {
            return Optional.empty();
        }
        number++;
        for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
            if (line.length() <= MAX_CHARS) {
                line.append((char) c);
            }
        }
        skipLineFeed = c == '\r';
        return Optional.of(line.toString());
    }

    private int read() throws IOException {
        int c = text.read();
        if (skipLineFeed && c == '\n') {
            c = text.read();
        }
        skipLineFeed = false;
        return c;
    }

    /** Why a line cannot be taken, whatever its format. */
    static Optional<String> problem(String line) {
        if (line.length() > MAX_CHARS) {
            return Optional.of("the line has more than " + MAX_CHARS + " characters");
        }
        // What the decoder puts in the place of bytes that are no UTF-8.
        return line.indexOf('\uFFFD') >= 0 ? Optional.of("the line is not UTF-8") : Optional.empty();
    }
}
