package outpost.store;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The till's database. One thread writes; any number read what was last committed, without waiting for the writer.
 *
 * <p>Every call may throw {@link StoreException} when the disk or the file fails.
 */
@ProviderType
public interface Store {
    /**
     * Runs the work in one transaction on the writer thread and waits until it is durable (it has reached the disk, not only the
     * operating system). When it throws, nothing of it was stored; what the work threw is thrown on.
     *
     * <p>Not to be called on the UI thread, and not from within another work.
     */
    <T> T write(Work<T> work);

    /** Runs the work on the caller's thread, on one unchanging picture of the database. */
    <T> T read(Work<T> work);

    /**
     * Brings a unit's tables to its newest form before it uses them. Each unit has a history of its own, so that it can be updated alone.
     *
     * @param unit the unit's short name, for example {@code catalog}
     * @param owner a class of the bundle whose folder {@code /db/UNIT} holds the migrations, {@code V1__what.sql} and on
     */
    void migrate(String unit, Class<?> owner);

    /** The folder that holds the database, and may hold the till's other files. */
    Path directory();

    /**
     * The folders of damaged database files that were set aside at this start or an earlier one, the oldest first. Each holds the file as it was, under its usual
     * names; it may hold what is nowhere else.
     */
    List<Path> setAside();

    /** What is done within a transaction. It may run again only if it threw before; it must not keep the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction transaction);
    }
}
