package outpost.catalog.internal;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;

/** Reads what the cloud gave: one row that this version cannot read is left out, and stops no other. */
final class Bodies {
    private static final Logger log = LoggerFactory.getLogger(Bodies.class);

    private Bodies() {}

    static <T> Optional<T> read(String type, String id, String body, Class<T> shape) {
        try {
            return Optional.of(Json.read(body, shape));
        } catch (MalformedMessageException e) {
            log.warn("The catalog's {} {} cannot be read: {}", type, id, e.getMessage());
            return Optional.empty();
        }
    }
}
