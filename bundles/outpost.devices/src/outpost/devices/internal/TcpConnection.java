package outpost.devices.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A socket that never waits without a limit: a printer that is off-line stops taking bytes, and a blocking write would wait for it for ever. */
final class TcpConnection implements Connection {
    private static final int BUFFER_BYTES = 256;

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer received = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

    private TcpConnection(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /** A connection that does not stand yet. */
    static TcpConnection closed() throws IOException {
        return new TcpConnection(SocketChannel.open(), Selector.open());
    }

    /** @throws IOException if it does not stand within the limit; it is to be closed then, too */
    void connect(InetSocketAddress address, Duration limit) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT);
        if (!channel.connect(address) && !(await(SelectionKey.OP_CONNECT, limit) && channel.finishConnect())) {
            throw new IOException("no connection within " + limit.toMillis() + " ms");
        }
    }

    @Override
    public boolean canAnswer() {
        return true;
    }

    @Override
    public void write(byte[] bytes, Duration limit) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0 && !await(SelectionKey.OP_WRITE, limit)) {
                throw new IOException("no byte taken for " + limit.toMillis() + " ms");
            }
        }
    }

    @Override
    public int read(Duration limit) throws IOException {
        if (!received.hasRemaining()) {
            if (!await(SelectionKey.OP_READ, limit)) {
                return SILENCE;
            }
            received.clear();
            int count = channel.read(received);
            received.flip();
            if (count < 0) {
                throw new EOFException("the device closed the connection");
            }
            if (count == 0) {
                return SILENCE;
            }
        }
        return Byte.toUnsignedInt(received.get());
    }

    @Override
    public void close() throws IOException {
        try (selector;
                channel) {
            if (channel.isConnected()) {
                // Closing with something unread would reset the connection, and the printer might forget what it has
                // not printed yet.
                channel.shutdownOutput();
                while (channel.read(received.clear()) > 0) {
                    received.clear();
                }
            }
        }
    }

    private boolean await(int what, Duration limit) throws IOException {
        channel.keyFor(selector).interestOps(what);
        selector.selectedKeys().clear();
        // A limit of 0 would be none.
        boolean ready = selector.select(Math.max(1, limit.toMillis())) > 0;
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while waiting for the device");
        }
        return ready;
    }
}
