package outpost.cloud.internal.catalog.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A file's lines, numbered from 1. Lines end with a line feed, or a carriage return and a line feed. */
final class Lines {
    static final int MAX_BYTES = 65_536;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream file;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 10];
    private long number;

    Lines(InputStream file) {
        this.file = file;
    }

    /**
     * @param text without its end; empty where there is a problem
     * @param problem why the line cannot be taken, whatever its format
     */
    record Line(long number, String text, Optional<String> problem) {
        /** @throws IllegalArgumentException if the line cannot be taken */
        String checked() {
            problem.ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
            return text;
        }
    }

    /** The next line that is not blank; empty after the last one. */
    Optional<Line> nextNotBlank() throws IOException {
        Optional<Line> next = next();
        while (next.isPresent()
                && next.get().problem().isEmpty()
                && next.get().text().isBlank()) {
            next = next();
        }
        return next;
    }

    /** The next line; empty after the last one. One that is too long is skipped to its end. */
    Optional<Line> next() throws IOException {
        if (!filled()) {
            return Optional.empty();
        }
        number++;
        int length = 0;
        do {
            int stop = lineFeedOrEnd();
            length = keep(length, stop);
            at = stop;
        } while (at == end && filled());
        at = Math.min(end, at + 1);
        return Optional.of(decoded(length));
    }

    /** Whether there is at least one more byte. */
    private boolean filled() throws IOException {
        while (at == end) {
            int read = file.read(buffer);
            if (read < 0) {
                return false;
            }
            at = 0;
            end = read;
        }
        return true;
    }

    private int lineFeedOrEnd() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    /** Appends the bytes up to {@code stop} to the line, of which one more than allowed is enough to know. */
    private int keep(int length, int stop) {
        int more = Math.min(stop - at, MAX_BYTES + 1 - length);
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, at, line, length, more);
        return length + more;
    }

    private Line decoded(int length) {
        if (length > MAX_BYTES) {
            return new Line(number, "", Optional.of("the line has more than " + MAX_BYTES + " bytes"));
        }
        try {
            String text = utf8.decode(ByteBuffer.wrap(line, 0, length)).toString();
            return new Line(number, withoutEnds(text), Optional.empty());
        } catch (CharacterCodingException notText) {
            return new Line(number, "", Optional.of("the line is not UTF-8"));
        }
    }

    private String withoutEnds(String text) {
        int begin = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        int last = text.endsWith("\r") ? text.length() - 1 : text.length();
        return text.substring(begin, Math.max(begin, last));
    }
}
