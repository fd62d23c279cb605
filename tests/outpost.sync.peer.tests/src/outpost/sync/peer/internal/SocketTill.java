package outpost.sync.peer.internal;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import outpost.fixtures.Await;
import outpost.protocol.LaneAddress;
import outpost.protocol.LanesAnswer;
import outpost.values.TerminalId;

/** A lane on real sockets of the loopback interface. */
final class SocketTill implements AutoCloseable {
    final TestTerminal terminal;
    final MemoryEvents events;
    private final LaneSettings settings;
    private final PlainStore store = new PlainStore();
    private PeerLanes lanes;

    SocketTill(TestTerminal terminal, LaneAddress... peers) {
        this.terminal = terminal;
        settings = new LaneSettings(Optional.of(new InetSocketAddress("127.0.0.1", 0)), List.of(peers), false);
        events = new MemoryEvents(terminal);
        start();
    }

    void start() {
        lanes = new PeerLanes(
                settings,
                store,
                terminal,
                listener -> {
                    events.onChange(listener);
                    return () -> events.onChange(() -> {});
                },
                events,
                new Tills.LaneTime(),
                Clock.systemUTC(),
                System::nanoTime,
                new Random(1));
        lanes.start();
    }

    PeerLanes lanes() {
        return lanes;
    }

    TerminalId id() {
        return terminal.self().enrolment().terminalId();
    }

    /** Takes the cloud's list and waits until this lane takes connections. */
    LaneAddress listening(LanesAnswer list) {
        lanes.update(list);
        Await.until("takes connections", () -> !lanes.addresses().isEmpty());
        return LaneAddress.parse(lanes.addresses().get(0));
    }

    void awaitConnected(SocketTill... others) {
        Set<TerminalId> ids =
                Set.of(List.of(others).stream().map(SocketTill::id).toArray(TerminalId[]::new));
        Await.until(id() + " is connected with " + ids, () -> lanes.connected().equals(ids));
    }

    @Override
    public void close() throws InterruptedException {
        lanes.stop();
    }
}
