package outpost.sync.peer.internal;

/** The way to one other lane, which has proven who it is. What is sent arrives in order, or the line is closed. */
interface Line {
    void send(Message message);

    /** @param reason a few words for the log of either side */
    void close(String reason);
}
