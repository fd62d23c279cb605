package outpost.cloud.internal.catalog;

/**
 * Who changes the catalog, and by what.
 *
 * @param name of a person, or of the lane that an edit came from
 */
public record Author(Cause cause, String name) {
    /** The cloud itself. */
    static final Author CLOUD = new Author(Cause.EDIT, "cloud");

    /** By what a product may change. */
    public enum Cause {
        /** One thing, by hand. */
        EDIT,
        /** A file. */
        IMPORT,
        /** An edit that a branch made, with or without a line. */
        BRANCH,
        /** A person's decision between values that contradict each other. */
        DECISION
    }
}
