package outpost.cloud.internal.catalog.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file's lines, numbered from 1. Lines end with a line feed, or a carriage return and a line feed. */
final class Lines {
    static final int MAX_BYTES = 65_536;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream file;
    private long number;

    Lines(InputStream file) {
        this.file = new BufferedInputStream(file, 1 << 16);
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
        Optional<Line> line = next();
        while (line.isPresent()
                && line.get().problem().isEmpty()
                && line.get().text().isBlank()) {
            line = next();
        }
        return line;
    }

    /** The next line; empty after the last one. One that is too long is skipped to its end. */
    Optional<Line> next() throws IOException {
        int b = file.read();
        if (b < 0) {
            return Optional.empty();
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (; b >= 0 && b != '\n'; b = file.read()) {
            if (line.size() <= MAX_BYTES) {
                line.write(b);
            }
        }
        return Optional.of(decoded(line));
    }

    private Line decoded(ByteArrayOutputStream line) {
        if (line.size() > MAX_BYTES) {
            return new Line(number, "", Optional.of("the line has more than " + MAX_BYTES + " bytes"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            return new Line(number, withoutEnds(text), Optional.empty());
        } catch (CharacterCodingException notText) {
            return new Line(number, "", Optional.of("the line is not UTF-8"));
        }
    }

    private String withoutEnds(String text) {
        int begin = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        int end = text.endsWith("\r") ? text.length() - 1 : text.length();
        return text.substring(begin, Math.max(begin, end));
    }
}
