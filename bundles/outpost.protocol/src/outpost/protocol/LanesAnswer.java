package outpost.protocol;

import java.util.List;
import outpost.values.TerminalId;

/**
 * The enrolled lanes of the caller's branch, the caller's own included. A lane that is not in it may not connect any more.
 *
 * @param asOfMillis the cloud's clock
 */
public record LanesAnswer(long asOfMillis, List<Lane> lanes) {
    public LanesAnswer {
        lanes = List.copyOf(lanes);
    }

    /**
     * One lane.
     *
     * @param certificates {@link LaneCertificate}s in Base64: the first is of the key that it connects with, the others of keys that it had before, which its
     *     older events are signed by
     * @param addresses where it said that it takes connections
     */
    public record Lane(TerminalId terminalId, String name, List<String> certificates, List<String> addresses) {
        public Lane {
            certificates = List.copyOf(certificates);
            addresses = List.copyOf(addresses);
        }
    }
}
