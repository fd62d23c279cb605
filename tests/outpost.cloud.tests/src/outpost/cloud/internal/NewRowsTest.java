package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outpost.cloud.internal.entity.SoldLine;
import outpost.cloud.internal.entity.StockRow;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.NewRows;
import outpost.cloud.internal.store.StorageException;
import outpost.protocol.stock.Moment;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockMovement;
import outpost.values.HlcStamp;
import outpost.values.Quantity;

class NewRowsTest {
    /** A push may hold more lines than H2 allows elements in an array, which are 65,536. */
    private static final int MANY = 70_000;

    private static final UUID DOCUMENT = UUID.fromString("6f1c0f3e-5f43-4c43-9c0b-0d6a6d0c1a11");

    @ParameterizedTest
    @EnumSource
    void asManyRowsAsAPushMayHoldGoIn(TestDatabase kind, @TempDir Path folder) {
        try (Database database = new Database(kind.in(folder))) {
            List<StockRow> rows =
                    IntStream.rangeClosed(1, MANY).mapToObj(NewRowsTest::row).toList();

            database.write(em -> {
                NewRows.insert(em, StockRow.class, rows);
                return rows;
            });

            assertEquals(MANY, database.<Long>read(em -> em.createQuery(
                            "SELECT COUNT(m) FROM StockRow m WHERE m.quantityMilli < 0", Long.class)
                    .getSingleResult()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsThereAlreadyRefusesAllThatCameWithIt(TestDatabase kind, @TempDir Path folder) {
        try (Database database = new Database(kind.in(folder))) {
            database.write(em -> {
                NewRows.insert(em, SoldLine.class, List.of());
                NewRows.insert(em, StockRow.class, List.of(row(1)));
                return em;
            });

            assertThrows(
                    StorageException.class,
                    () -> database.writeOnce(em -> {
                        NewRows.insert(em, StockRow.class, List.of(row(2), row(1)));
                        return em;
                    }));

            assertEquals(List.of(row(1).moment()), database.read(em -> em.createQuery(
                            "SELECT m.moment FROM StockRow m", String.class)
                    .getResultList()));
        }
    }

    private static StockRow row(int line) {
        Moment moment = new Moment(new HlcStamp(1_769_854_500_000L, 0), DOCUMENT, line);
        return new StockRow(
                "main", "b1", new StockMovement(moment, "p" + line, StockKind.SALE, Quantity.ONE.negated()));
    }
}
