package outpost.cloud.internal.sync;

import java.util.List;
import java.util.Optional;
import outpost.protocol.DiscardPayload;
import outpost.protocol.Event;
import outpost.protocol.JournalEntry;
import outpost.protocol.ProductEdit;
import outpost.protocol.SalePayload;
import outpost.protocol.ShiftReport;
import outpost.protocol.stock.StockMovement;
import outpost.protocol.stock.StockPayload;

/** What an event tells, once its payload has been read and found to fit together. */
sealed interface Content {

    /** A sale or refund. */
    record Sold(SalePayload sale) implements Content {
        @Override
        public Optional<SalePayload> ofSale() {
            return Optional.of(sale);
        }

        @Override
        public Optional<Link> link(Event event) {
            return sale.journal()
                    .map(journal -> new Link(
                            event.key(),
                            journal.journalOf(event.posId()),
                            journal.seq(),
                            journal.entryHash(event.posId(), event.type(), sale.receiptNumber(), event.payloadHash()),
                            journal.previousHash()));
        }

        @Override
        public List<StockMovement> movements(Event event) {
            return StockMovement.of(event.hlc(), sale);
        }
    }

    /** Goods that moved without being sold. */
    record Stocked(StockPayload stock) implements Content {
        @Override
        public Optional<StockPayload> ofStock() {
            return Optional.of(stock);
        }

        @Override
        public List<StockMovement> movements(Event event) {
            return StockMovement.of(event.hlc(), stock);
        }
    }

    /** An act that is no sale. */
    record Noted(JournalEntry entry) implements Content {
        @Override
        public Optional<Link> link(Event event) {
            return Optional.of(new Link(event.key(), entry.posId(), entry.seq(), entry.hash(), entry.previousHash()));
        }
    }

    /** The Z report of a shift. */
    record Closed(ShiftReport report) implements Content {}

    /** What a branch changes of a product. */
    record Edited(ProductEdit edit) implements Content {}

    /** An event was given up at the till. */
    record GivenUp(DiscardPayload discard) implements Content {}

    /** Something that only a newer version can read: it lies in the ledger until that version comes. */
    record Unread() implements Content {}

    default Optional<SalePayload> ofSale() {
        return Optional.empty();
    }

    default Optional<StockPayload> ofStock() {
        return Optional.empty();
    }

    /** What it says that was moved. */
    default List<StockMovement> movements(Event event) {
        return List.of();
    }

    /** The entry of the till's journal that the event brings, where it brings one. */
    default Optional<Link> link(Event event) {
        return Optional.empty();
    }
}
