package outpost.devices;

import java.time.Instant;
import java.util.Objects;

/**
 * A document that waits for the printer.
 *
 * @param id given out in the order of coming, never twice
 * @param title the document's
 */
public record PrintJob(long id, String title, Instant since) {
    public PrintJob {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(since, "since");
    }
}
