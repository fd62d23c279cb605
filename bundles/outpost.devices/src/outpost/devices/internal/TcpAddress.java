package outpost.devices.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** A device on the network that takes raw bytes, as printers do at port 9100. */
record TcpAddress(String host, int port, Duration limit) implements Address {
    private static final int RAW_PRINTING = 9100;

    static TcpAddress of(URI uri, Patience patience) {
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("the host is missing");
        }
        return new TcpAddress(uri.getHost(), uri.getPort() < 0 ? RAW_PRINTING : uri.getPort(), patience.connect());
    }

    @Override
    public Connection open() throws IOException {
        // Made anew each time: a name may have moved to another machine since.
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("no machine is called '" + host + "'");
        }
        TcpConnection connection = TcpConnection.closed();
        try {
            connection.connect(address, limit);
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }
}
