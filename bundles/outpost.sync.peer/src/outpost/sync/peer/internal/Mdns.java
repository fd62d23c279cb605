package outpost.sync.peer.internal;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.LaneAddress;
import outpost.protocol.Sha256;

/**
 * Finds lanes of the same branch in the local network, and lets itself be found (DNS-SD, RFC 6763, over mDNS). What is found is an address to try: who is there is
 * proven after dialling.
 */
final class Mdns implements ServiceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mdns.class);
    private static final String TYPE = "_outpost-lane._tcp.local.";
    private static final String BRANCH = "branch";
    private static final int MARK_CHARS = 16;

    private final EnrolAnswer self;
    private final Map<String, LaneAddress> found = new ConcurrentHashMap<>();
    private volatile Optional<JmDNS> service = Optional.empty();
    private volatile boolean closed;

    Mdns(EnrolAnswer self) {
        this.self = self;
    }

    /** Begins on a thread of its own, as it takes its time. */
    void start(InetAddress address, int port) {
        thread(() -> begin(address, port)).start();
    }

    /** Where other lanes of this branch seem to be, by terminal id. */
    Map<String, LaneAddress> found() {
        return Map.copyOf(found);
    }

    private void begin(InetAddress address, int port) {
        try {
            JmDNS jmdns = JmDNS.create(address);
            jmdns.registerService(
                    ServiceInfo.create(TYPE, self.terminalId().value(), port, 0, 0, Map.of(BRANCH, mark())));
            jmdns.addServiceListener(TYPE, this);
            service = Optional.of(jmdns);
            if (closed) {
                close();
            }
        } catch (IOException e) {
            LOG.warn("Cannot look for other lanes in the local network: {}", e.getMessage());
        }
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
        event.getDNS().requestServiceInfo(TYPE, event.getName());
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
        ServiceInfo info = event.getInfo();
        boolean isNeighbour = mark().equals(info.getPropertyString(BRANCH))
                && !event.getName().equals(self.terminalId().value());
        Inet4Address[] addresses = info.getInet4Addresses();
        if (isNeighbour && addresses.length > 0) {
            found.put(event.getName(), new LaneAddress(addresses[0].getHostAddress(), info.getPort()));
        }
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
        found.remove(event.getName());
    }

    /** Takes its leave. The library gives that some seconds, for which a till that ends does not wait. */
    @Override
    public void close() {
        closed = true;
        service.ifPresent(jmdns -> thread(() -> end(jmdns)).start());
        service = Optional.empty();
    }

    private static void end(JmDNS jmdns) {
        try {
            jmdns.close();
        } catch (IOException e) {
            LOG.debug("Closing", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "outpost-lanes-mdns");
        thread.setDaemon(true);
        return thread;
    }

    /** Tells branches apart without telling which they are. */
    private String mark() {
        return Sha256.hex(self.cloudId() + "/" + self.tenantId() + "/" + self.branchId())
                .substring(0, MARK_CHARS);
    }
}
