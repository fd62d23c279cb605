package outpost.store.internal;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.SampleUnits;
import outpost.store.Transaction;

/** A store with a table of names. */
abstract class StoreFixture {
    @TempDir
    Path folder;

    SqliteStore store;

    @BeforeEach
    void open() {
        store = new SqliteStore(folder);
        store.migrate("sample", SampleUnits.class);
    }

    @AfterEach
    void close() {
        store.close();
    }

    void add(String name) {
        store.write(transaction -> insert(transaction, name));
    }

    static int insert(Transaction transaction, String name) {
        return transaction.update("INSERT INTO things (name) VALUES (?)", name);
    }

    List<String> names() {
        return store.read(
                transaction -> transaction.query("SELECT name FROM things ORDER BY id", row -> row.text("name")));
    }
}
