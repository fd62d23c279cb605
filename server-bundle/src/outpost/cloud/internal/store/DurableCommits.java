package outpost.cloud.internal.store;

/** What has to follow a commit before it may be answered, so that it survives the loss of power. */
interface DurableCommits extends AutoCloseable {
    /** A database that has a commit on disk when the commit returns. */
    DurableCommits BY_ITSELF = new DurableCommits() {
        @Override
        public void require() {
            // It says so when it is asked to write.
        }

        @Override
        public void force() {
            // The commit did it.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    /**
     * To be called before a transaction that writes.
     *
     * @throws StorageException if nothing can be written now
     */
    void require();

    /**
     * Returns once every transaction that had committed when this was called is on disk; where the disk has become full it waits until there is room.
     *
     * @throws StorageException if that is not sure
     */
    void force();

    /** Whoever still waits for room gets an error. */
    @Override
    void close();
}
