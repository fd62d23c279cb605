package outpost.protocol;

import java.util.List;

/** What a till knows of the other lanes of its branch. Whoever talks with the cloud brings it up to date; a till may run without one. */
public interface LaneDirectory {
    /** Where this till takes connections, as {@link LanesRequest} wants it. */
    List<String> addresses();

    /**
     * Takes the cloud's list over. It is durable when this returns.
     *
     * @throws IllegalArgumentException if a certificate in it was not signed by this till's cloud; nothing is taken over then
     */
    void update(LanesAnswer answer);
}
