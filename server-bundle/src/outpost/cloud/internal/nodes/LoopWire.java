package outpost.cloud.internal.nodes;

import java.util.Set;

/** The wire of a database that only one process can open: there is nobody else to tell. */
public final class LoopWire implements Wire {
    private volatile Receiver receiver;

    @Override
    public void open(Receiver to) {
        receiver = to;
    }

    @Override
    public void send(Set<Signal> signals) {
        signals.forEach(receiver::received);
    }

    @Override
    public void close() {
        // Signals arrive on the sender's thread, which has ended.
    }
}
