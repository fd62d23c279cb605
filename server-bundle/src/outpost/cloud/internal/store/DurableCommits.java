package outpost.cloud.internal.store;

/** What has to follow a commit before it may be answered, so that it survives the loss of power. */
@FunctionalInterface
interface DurableCommits {

    /** Returns once every transaction that had committed when this was called is on disk. */
    void force();
}
