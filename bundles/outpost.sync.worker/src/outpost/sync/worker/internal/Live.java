package outpost.sync.worker.internal;

import java.net.URI;

/** Hears from the cloud between cycles that there is something to ask for. */
interface Live {
    /** A till that only asks. */
    Live NONE = (root, token) -> {};

    /** Connects to the cloud if it is not connected, in the background. To be called after each good cycle, by which it comes back after a break. */
    void listen(URI root, String token);
}
