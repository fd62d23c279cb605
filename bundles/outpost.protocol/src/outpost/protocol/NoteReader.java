package outpost.protocol;

import outpost.values.TerminalId;

/** Hears what other lanes of the branch {@linkplain Neighbours#tell say}. Registered as a service. */
public interface NoteReader {
    /** Short, no other reader's. */
    String topic();

    /**
     * Called on the lanes' own thread, which waits for it: it may write the store, and must not wait for anything else.
     *
     * @param from a lane of this branch, as it has proven
     */
    void read(TerminalId from, String body);
}
