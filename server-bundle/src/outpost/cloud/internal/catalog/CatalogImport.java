package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.time.Clock;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.catalog.file.RowReader;
import outpost.cloud.internal.store.Database;
import outpost.values.TenantId;

/**
 * Brings a file of products into a tenant's catalog in one transaction, while the file arrives: the sender sees by what it has sent how far
 * the import is, and memory holds one batch of rows.
 */
public final class CatalogImport {
    private final Database database;
    private final Clock clock;

    public CatalogImport(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What happens when a row is bad. */
    public enum OnError {
        /** The others are imported. */
        SKIP,
        /** Nothing is imported. */
        ABORT;

        /** @throws IllegalArgumentException if it is neither */
        public static OnError of(String name) {
            return switch (name) {
                case "skip" -> SKIP;
                case "abort" -> ABORT;
                default -> throw new IllegalArgumentException("onError is '" + name + "': skip or abort");
            };
        }
    }

    /**
     * Imports the file; where an id occurs twice in it, the last row counts.
     *
     * @param by who sends it
     * @throws ImportRefusedException if nothing was imported because of bad rows
     * @throws UncheckedIOException if the file broke off; nothing was imported
     */
    public ImportAnswer run(TenantId tenant, String format, OnError onError, InputStream file, String by) {
        RowReader rows = RefusedException.parse("format", format, name -> RowReader.of(name, file));
        return database.writeOnce(em -> run(em, tenant, onError, rows, by).run());
    }

    /**
     * Does all that an import of the file would do, and takes it back: what would be added and changed, with examples, and which rows are bad. The catalog is locked
     * meanwhile, as it is by an import.
     *
     * @throws ImportRefusedException if the file cannot be read at all
     * @throws UncheckedIOException if the file broke off
     */
    public ImportPreview preview(TenantId tenant, String format, InputStream file, String by) {
        RowReader rows = RefusedException.parse("format", format, name -> RowReader.of(name, file));
        return database.tryOut(em -> {
            ImportRun run = run(em, tenant, OnError.SKIP, rows, by);
            ImportAnswer answer = run.run();
            return new ImportPreview(answer, run.examples());
        });
    }

    private ImportRun run(EntityManager em, TenantId tenant, OnError onError, RowReader rows, String by) {
        Author author = new Author(Author.Cause.IMPORT, by);
        return new ImportRun(new CatalogEdit(em, tenant, author, clock.millis()), onError, rows);
    }
}
