package outpost.cloud.internal.nodes;

import java.util.Set;

/** What carries signals to all nodes on one database, the sender included. */
public interface Wire extends AutoCloseable {

    /** Begins to deliver; called once, before the first {@link #send}. */
    void open(Receiver receiver);

    /**
     * Sends them on their way.
     *
     * @throws outpost.cloud.internal.store.StorageException if it is not known that they left
     */
    void send(Set<Signal> signals);

    /** Delivers nothing any more once this returns. */
    @Override
    void close();

    /** Where signals arrive. */
    interface Receiver {
        void received(Signal signal);

        /** Says that some may have been missed: anything may have changed. */
        void interrupted();
    }
}
