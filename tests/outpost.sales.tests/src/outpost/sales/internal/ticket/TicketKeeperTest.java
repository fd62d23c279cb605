package outpost.sales.internal.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.sales.Grounds;
import outpost.sales.Ticket;
import outpost.sales.internal.Shelf;
import outpost.sales.internal.Wired;
import outpost.store.StoreException;
import outpost.values.Quantity;

class TicketKeeperTest {
    @TempDir
    Path folder;

    @Test
    @Tag("A-106")
    void aFullDiskKeepsNobodyFromRingingAndIsCaughtUpInOrder() {
        AtomicBoolean full = new AtomicBoolean();
        try (LiveTill till = new LiveTill(folder)) {
            till.enrol("GBP");
            Shelf.of("GBP").fill(till);
            TappedStore store = new TappedStore(till.store(), (transaction, sql, arguments) -> {
                if (full.get() && sql.contains("tickets")) {
                    throw new StoreException("the disk is full");
                }
            });
            try (Wired wired = new Wired(till, store, Clock.systemUTC())) {
                full.set(true);
                int tea = wired.ticket
                        .add(Shelf.product(till, "tea"), Quantity.ONE)
                        .lines()
                        .get(0)
                        .id();
                wired.ticket.add(Shelf.product(till, "bread"), Quantity.ONE);
                wired.ticket.voidLine(tea, Grounds.of("Wrong item"));
                Ticket paid = wired.checkout.take(
                        wired.business.tenders().get(0),
                        wired.ticket.ticket().amounts().dueInCash(),
                        Optional.empty());
                assertThrows(StoreException.class, () -> wired.checkout.complete());
                assertEquals(paid, wired.ticket.ticket());
                assertEquals(List.of(), journal(till));

                full.set(false);
                wired.checkout.complete();
            }
            assertEquals(List.of("void_line", "sale"), journal(till));
            assertEquals(Optional.empty(), till.store().read(TicketRows::open));
        }
    }

    private static List<String> journal(LiveTill till) {
        return till.store().read(t -> t.query("SELECT kind FROM journal ORDER BY seq", row -> row.text("kind")));
    }
}
