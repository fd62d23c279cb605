package outpost.sync.peer.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.LaneAddress;
import outpost.protocol.Limits;

/** Under which addresses others reach what listens here. */
final class Addresses {
    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);

    private Addresses() {}

    /** Those of this machine where it listens on all of them; else the one that it listens on. */
    static List<LaneAddress> of(InetSocketAddress listening, int port) {
        if (!listening.getAddress().isAnyLocalAddress()) {
            return List.of(address(listening.getAddress(), port));
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Addresses::isInUse)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .limit(Limits.ADDRESSES_PER_LANE)
                    .map(address -> address(address, port))
                    .toList();
        } catch (SocketException e) {
            LOG.warn("Cannot find out this machine's addresses; other lanes are dialled from here", e);
            return List.of();
        }
    }

    private static boolean isInUse(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException e) {
            LOG.debug("A network that just went", e);
            return false;
        }
    }

    private static LaneAddress address(InetAddress address, int port) {
        String host = address.getHostAddress().replaceAll("%.*", "");
        return new LaneAddress(address instanceof Inet6Address ? "[" + host + "]" : host, port);
    }
}
