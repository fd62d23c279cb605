package outpost.cloud.internal.store;

/** What has to follow a commit before it may be answered, so that it survives the loss of power. */
interface DurableCommits extends AutoCloseable {
    /** A database that has a commit on disk when the commit returns, and comes back by itself. */
    DurableCommits BY_ITSELF = new DurableCommits() {
        @Override
        public long opening() {
            return 0;
        }

        @Override
        public void force(long opening) {
            // The commit did it.
        }

        @Override
        public void failed(StorageException failure) {
            // The pool finds new connections.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    /**
     * To be asked before a transaction begins, and given to {@link #force}.
     *
     * @return the number of the database's opening that lasts until it fails
     * @throws StorageException if it is closed and cannot be opened
     */
    long opening();

    /**
     * Returns once every transaction that had committed when this was called is on disk.
     *
     * @throws StorageException if that is not sure, because the database cannot be written to or was opened anew since
     */
    void force(long opening);

    /** Takes note of a failure: a database that has closed itself is opened anew by whoever comes next. */
    void failed(StorageException failure);

    @Override
    void close();
}
