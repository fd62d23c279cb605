package outpost.update;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The field updates of the till that is running. Every call but {@link #waits} waits for the disk, and those that look for a release for the network too. */
@ProviderType
public interface FieldUpdates {
    /** What is installed; empty if this till was not started by a starter of two slots, and so cannot be updated in the field. */
    Optional<Installed> installed();

    /** Whether the next start starts something else than what runs. Reads a line of a small file. */
    boolean waits();

    /**
     * Looks for something newer than what the next start starts. Does nothing but look.
     *
     * @param folder with a release that a technician carries; empty asks the channel of this till's branch
     */
    Outcome check(Optional<Path> folder);

    /**
     * Installs what is newer beside what runs, which may take some minutes; the next start tries it.
     *
     * @param folder as for {@link #check}
     */
    Outcome apply(Optional<Path> folder);

    /** Lets the next start start what ran before the last update; needs no network. */
    Outcome rollback();

    /** Keeps this till at what it has, or lets it be updated again. */
    Outcome pin(boolean pinned);

    /**
     * What has come of it.
     *
     * @param kind the till is what it was unless this is {@link Kind#DONE}
     * @param title of the release that it is about; may be empty
     * @param refusal why not, exactly where it is {@link Kind#REFUSED}
     */
    record Outcome(Kind kind, String title, Optional<Refusal> refusal) {
        /** What has come of it. */
        public enum Kind {
            /** There is something newer, or what was asked for is done. */
            DONE,
            /** There is nothing newer. */
            NOTHING,
            /** It is not done, for the reason that is told. */
            REFUSED
        }

        public Outcome {
            if (refusal.isPresent() != (kind == Kind.REFUSED)) {
                throw new IllegalArgumentException(kind + " with " + refusal);
            }
        }
    }
}
