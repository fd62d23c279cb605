package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

class ForwardingTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private final KeyPair keys = Ed25519.newKeyPair();
    private long now = Long.MAX_VALUE - 10 * SECOND;

    @Test
    void aNeighbourHasAMinuteToBringItsEventsItself() {
        System.setProperty("outpost.sync.start", "manual");
        try (LiveTill till = new LiveTill(folder)) {
            till.enrol("GBP");
            BranchEvents branch = till.service(BranchEvents.class);
            Forwarding forwarding = new Forwarding(branch, () -> now);
            branch.store(List.of(event(1)));

            forwarding.run();
            now += 59 * SECOND;
            forwarding.run();
            branch.store(List.of(event(2)));
            assertEquals(0, till.outbox().backlog().forwarded());
            now += SECOND;
            forwarding.run();
            assertEquals(List.of(event(1)), till.outbox().take(10, 1 << 20));
            now += 60 * SECOND;
            forwarding.run();
            assertEquals(List.of(event(2)), till.outbox().take(10, 1 << 20));
        }
    }

    private Event event(long number) {
        return Event.signed(
                new EventKey(new TerminalId("till-2"), new PosId("NEIGHBOUR"), number),
                EventType.SALE,
                new BranchId("main"),
                ZonedDateTime.parse("2026-01-31T10:15:30+01:00[Europe/Berlin]"),
                new HlcStamp(number, 0),
                "{}",
                Event.NO_HASH,
                keys.getPrivate());
    }
}
