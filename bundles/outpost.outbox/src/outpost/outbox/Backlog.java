package outpost.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What the cloud does not have yet.
 *
 * @param written own events since the data folder began
 * @param waiting this till's own events that are on their way
 * @param oldestWaiting when the oldest of them was written, in corrected time
 * @param peerAcknowledged how many of them are on another lane's disk too
 * @param parked own events that need a person
 * @param held neighbours' events that they are expected to bring themselves
 * @param forwarded neighbours' events that wait to be brought by this till
 */
public record Backlog(
        long written,
        long waiting,
        Optional<Instant> oldestWaiting,
        long peerAcknowledged,
        long parked,
        long held,
        long forwarded) {}
