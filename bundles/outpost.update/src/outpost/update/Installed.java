package outpost.update;

import java.util.Optional;

/**
 * What a till of two slots consists of.
 *
 * @param running the title of the release that runs; empty for a till as it was first installed
 * @param beside what is in the other slot
 * @param next what the next start does
 * @param pinned whether it stays at what it has
 * @param setback why the last update was not taken, or went back by itself
 */
public record Installed(
        Optional<String> running, Optional<Beside> beside, Next next, boolean pinned, Optional<Setback> setback) {
    /**
     * The other slot's till.
     *
     * @param release its title; empty for a till as it was first installed
     */
    public record Beside(Optional<String> release) {}

    /**
     * An update that did not come to anything.
     *
     * @param release its title
     */
    public record Setback(String release, Refusal why) {}

    /** What the next start does. */
    public enum Next {
        /** Starts what runs now. */
        THE_SAME,
        /** Tries what was installed beside it. */
        TRIES_BESIDE,
        /** Starts what is beside it, as a technician wanted. */
        GOES_BACK
    }
}
