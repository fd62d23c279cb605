package outpost.outbox.internal;

import java.util.Map;

/** Keeps a second copy of who this till is, outside of its database: a till whose file is damaged is still the same terminal. */
interface IdentityCopy {
    /** What was kept last, by name; empty where nothing is, or it cannot be read. */
    Map<String, byte[]> read();

    /** Keeps these values; where that fails, the former ones stay and the log says so. */
    void keep(Map<String, byte[]> values);
}
