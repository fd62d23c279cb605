package outpost.values;

import java.util.Objects;

/**
 * What makes an event one event wherever its copies travel.
 *
 * @param terminalId the lane that wrote it
 * @param posId the database file that numbered it
 * @param localEventId 1, 2, 3 … without a gap within the {@code posId}
 */
public record EventKey(TerminalId terminalId, PosId posId, long localEventId) {
    public EventKey {
        Objects.requireNonNull(terminalId, "terminalId");
        Objects.requireNonNull(posId, "posId");
        if (localEventId < 1) {
            throw new IllegalArgumentException("localEventId is " + localEventId + ", must be at least 1");
        }
    }

    @Override
    public String toString() {
        return terminalId + "/" + posId + "/" + localEventId;
    }
}
