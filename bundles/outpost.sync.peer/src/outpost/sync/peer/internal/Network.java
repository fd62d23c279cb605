package outpost.sync.peer.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Terminal;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.LaneAddress;
import outpost.values.TerminalId;

/** A lane's sockets: the one at which others find it, and those by which it finds others. */
final class Network {
    private static final Logger LOG = LoggerFactory.getLogger(Network.class);

    private final LaneSettings settings;
    private final KnownLanes known;
    private final LaneTls tls;
    private final Talks talks;
    private final Calls calls;
    private final EnrolAnswer self;
    private volatile Optional<LaneServer> server = Optional.empty();
    /** Used on the loop's thread only, as all that is not volatile. */
    private final List<LaneClient> clients = new ArrayList<>();

    private long checked;
    private Optional<Mdns> mdns = Optional.empty();

    Network(
            LaneSettings settings,
            KnownLanes known,
            Terminal terminal,
            Talks talks,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.settings = settings;
        this.known = known;
        this.talks = talks;
        this.self = terminal.identity().orElseThrow().enrolment();
        tls = new LaneTls(known, terminal);
        calls = new Calls(nanoTime, random);
    }

    void start() {
        settings.listen().ifPresent(this::listen);
    }

    /** Dials who is missing; to be called every second or so. */
    void tick(Set<TerminalId> connected) {
        lookAround();
        if (checked != known.changes()) {
            checked = known.changes();
            server.ifPresent(LaneServer::closeUnwelcome);
            clients.forEach(LaneClient::closeUnwelcome);
        }
        clients.removeIf(LaneClient::isClosed);
        calls.due(candidates(), connected).forEach(this::dial);
    }

    private void dial(LaneAddress address) {
        LaneClient client = new LaneClient(address, tls, talks, known, calls);
        clients.add(client);
        client.connect();
    }

    /** Where others reach this till. */
    List<LaneAddress> addresses() {
        return server.flatMap(open -> open.port().map(port -> Addresses.of(open.getAddress(), port)))
                .orElse(List.of());
    }

    void stop() throws InterruptedException {
        mdns.ifPresent(Mdns::close);
        if (server.isPresent()) {
            server.get().end();
        }
    }

    private void listen(InetSocketAddress wanted) {
        LaneServer next = new LaneServer(free(wanted), tls, talks, known);
        server = Optional.of(next);
        next.start();
    }

    private void lookAround() {
        if (settings.mdns()
                && mdns.isEmpty()
                && server.isPresent()
                && server.get().port().isPresent()) {
            addresses().stream().findFirst().ifPresent(first -> {
                Mdns next = new Mdns(self);
                mdns = Optional.of(next);
                next.start(
                        new InetSocketAddress(first.bareHost(), 0).getAddress(),
                        server.get().port().get());
            });
        }
    }

    private Map<LaneAddress, Optional<TerminalId>> candidates() {
        Map<LaneAddress, Optional<TerminalId>> candidates = new HashMap<>();
        settings.peers().forEach(address -> candidates.put(address, Optional.empty()));
        mdns.ifPresent(found ->
                found.found().forEach((name, address) -> candidates.put(address, Optional.of(new TerminalId(name)))));
        known.neighbours().forEach(lane -> lane.addresses()
                .forEach(text -> candidates.put(LaneAddress.parse(text), Optional.of(lane.terminalId()))));
        addresses().forEach(candidates::remove);
        return candidates;
    }

    /** Where another program, or another till of this machine, has the port, any other one will do: who looks for this lane learns it. */
    private static InetSocketAddress free(InetSocketAddress wanted) {
        try (ServerSocket probe = new ServerSocket(wanted.getPort(), 1, wanted.getAddress())) {
            LOG.debug("{} is free", probe);
            return wanted;
        } catch (IOException e) {
            LOG.info("{} is taken ({}), so lanes are met at another port", wanted, e.getMessage());
            return new InetSocketAddress(wanted.getAddress(), 0);
        }
    }
}
