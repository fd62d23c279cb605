package outpost.cloud.internal.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import outpost.protocol.Event;
import outpost.protocol.Json;

/** Events as they are packed: a line of JSON for each, as they came from the till, compressed by gzip. */
final class EventPage {
    private EventPage() {}

    static byte[] pack(List<Event> events) {
        String lines = events.stream().map(Json::write).collect(Collectors.joining("\n"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes can be written to memory", impossible);
        }
        return packed.toByteArray();
    }

    /** @throws UncheckedIOException if that is no page */
    static List<Event> unpack(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Json.read(line, Event.class))
                    .toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException("A page of packed events cannot be read", damaged);
        }
    }
}
