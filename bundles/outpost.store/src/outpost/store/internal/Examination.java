package outpost.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import outpost.store.StoreException;
import outpost.store.Transaction;

/**
 * Looks whether a database file is sound, before anything is built on it.
 *
 * <p>Table by table, because the check of the whole file also asks the full-text index for its opinion, which is rebuilt and no reason to give a till's data up.
 */
final class Examination {
    private static final String TABLES =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";

    private final SqliteFile file;

    Examination(SqliteFile file) {
        this.file = file;
    }

    /**
     * @param thorough reads every page (about a second for half a gigabyte), else only what every start needs
     * @return what is wrong; empty where nothing is, or there is no database yet
     * @throws StoreException if the disk does not let the file be read at all: that is no damage of the file
     */
    Optional<String> fault(boolean thorough) {
        if (isEmpty(file.path())) {
            return isEmpty(file.log()) ? Optional.empty() : Optional.of("the file is empty, and its log is not");
        }
        try (Session session = file.writer()) {
            return session.read(transaction -> {
                List<String> tables = transaction.query(TABLES, row -> row.text("name"));
                return thorough ? firstFault(transaction, tables) : Optional.empty();
            });
        } catch (StoreException e) {
            if (!e.isDamage()) {
                throw e;
            }
            return Optional.of(e.getCause().getMessage());
        }
    }

    private static Optional<String> firstFault(Transaction transaction, List<String> tables) {
        for (String table : tables) {
            String said = transaction
                    .first("PRAGMA quick_check('" + table.replace("'", "''") + "')", row -> row.text("quick_check"))
                    .orElseThrow();
            if (!said.equals("ok")) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    private static boolean isEmpty(Path path) {
        try {
            return !Files.exists(path) || Files.size(path) == 0;
        } catch (IOException e) {
            throw new StoreException("cannot read " + path, e);
        }
    }
}
