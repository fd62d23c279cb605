package outpost.outbox;

import java.util.List;
import java.util.Optional;
import outpost.protocol.Event;
import outpost.values.TerminalId;

/**
 * One event and how far it came.
 *
 * @param attempts how often the cloud refused it
 * @param code and {@code reason}: the cloud's last refusal
 * @param peers the lanes that have it on their disks too
 */
public record OutboxEntry(
        Event event,
        State state,
        int attempts,
        Optional<String> code,
        Optional<String> reason,
        List<TerminalId> peers) {
    public enum State {
        PENDING,
        SENDING,
        /** The cloud has it. */
        ACKNOWLEDGED,
        /** Refused by the cloud; a person must decide. */
        PARKED,
        /** A neighbour's, which it is expected to bring to the cloud itself. */
        HELD,
        /** Its number belongs to another event at the cloud; it was written again in a number range of its own. */
        SUPERSEDED,
        /** A person gave it up, for a reason. */
        DISCARDED
    }

    public OutboxEntry {
        peers = List.copyOf(peers);
    }
}
