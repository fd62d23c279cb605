package outpost.simulation;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import outpost.catalog.Catalog;
import outpost.catalog.CatalogEdits;
import outpost.catalog.Product;
import outpost.catalog.internal.BranchEdits;
import outpost.catalog.internal.EditReader;
import outpost.catalog.internal.SqliteCatalog;
import outpost.inventory.Inventory;
import outpost.inventory.internal.InventoryParts;
import outpost.inventory.internal.StockReader;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.outbox.internal.OutboxParts;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductField;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockPayload;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.sales.TillJournal;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.journal.SqliteTillJournal;
import outpost.sales.internal.receipt.SaleBook;
import outpost.sales.internal.receipt.SqliteSales;
import outpost.store.Store;
import outpost.sync.peer.internal.SimulatedLane;
import outpost.sync.worker.internal.SimulatedWorker;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/** The till's program from one start to its end: the real services on a simulated machine. */
final class Program {
    /** The payload of an event that means nothing. */
    static final String NONSENSE = "{\"nonsense\":true}";

    private static final int ALL = 1_000_000;
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Store store;
    private final OutboxParts outbox;
    private final SqliteCatalog catalog;
    private final CatalogEdits edits;
    private final Inventory inventory;
    private final Sales sales;
    private final TillJournal tillJournal;
    private final Chance chance;
    private final SimulatedLane lane;
    private final SimulatedWorker worker;

    Program(Store store, Machine machine, Chance chance) {
        this.store = store;
        this.chance = chance;
        outbox = new OutboxParts(store, new OpenVault(), chance.secure(), machine.clock(), machine::nanoTime);
        catalog = new SqliteCatalog(store);
        outbox.join(new StockReader(store));
        outbox.join(new EditReader(catalog));
        edits = new BranchEdits(catalog, store, outbox.outbox(), outbox.terminal(), outbox.time());
        inventory = InventoryParts.inventory(store, outbox.outbox(), chance::uuid);
        Journal journal = new Journal(store, outbox.terminal(), outbox.outbox(), machine.clock());
        sales = new SqliteSales(store, journal, new SaleBook(journal, chance::uuid));
        tillJournal = new SqliteTillJournal(store, outbox.terminal(), journal);
        lane = new SimulatedLane(
                machine.address(),
                store,
                outbox.terminal(),
                outbox.branch(),
                outbox.time(),
                machine.clock(),
                machine::nanoTime);
        outbox.outbox().onChange(machine::changed);
        worker = new SimulatedWorker(
                new SimulatedWorker.Till(
                        store,
                        outbox.terminal(),
                        outbox.outbox(),
                        outbox.branch(),
                        outbox.time(),
                        new WatchedSink(catalog, machine::catalogDiffers),
                        catalog),
                machine.batchEvents(),
                lane,
                new SimulatedHttp(machine.line()),
                machine,
                machine.clock(),
                machine::nanoTime,
                chance.fork());
    }

    Terminal terminal() {
        return outbox.terminal();
    }

    Outbox outbox() {
        return outbox.outbox();
    }

    Catalog catalog() {
        return catalog;
    }

    CatalogEdits edits() {
        return edits;
    }

    Inventory inventory() {
        return inventory;
    }

    TillJournal journal() {
        return tillJournal;
    }

    Store store() {
        return store;
    }

    SimulatedLane lane() {
        return lane;
    }

    OutboxParts parts() {
        return outbox;
    }

    SimulatedWorker worker() {
        return worker;
    }

    /** Rings a ticket of some lines: goods of the catalog where it has come, open items otherwise. */
    Receipt sell(boolean refund) {
        Basket basket = new Basket(EURO);
        List<Product> products = catalog.search("product", 50);
        int sign = refund ? -1 : 1;
        for (int line = chance.between(1, 4); line > 0; line--) {
            Quantity quantity = new Quantity(sign * 1_000L * chance.between(1, 5));
            if (products.isEmpty() || chance.oneIn(5)) {
                Money price = new Money(EURO, chance.between(1, 5_000));
                basket.addOpen("open", "Open item", quantity, price, TaxRate.NONE);
            } else {
                basket.add(chance.oneOf(products), quantity);
            }
        }
        return sales.complete(
                basket,
                refund ? Sales.Kind.REFUND : Sales.Kind.SALE,
                Cash.exactly(basket.total()),
                "Cashier",
                Optional.empty());
    }

    /** The events that tell of a sale, and how far they came. */
    List<String> where(UUID sale) {
        return store.read(transaction -> transaction.query(
                "SELECT pos_id || '/' || local_event_id || ' ' || state || ' own=' || own AS place FROM outbox WHERE payload LIKE ?",
                row -> row.text("place"),
                "%" + sale + "%"));
    }

    /** All events that this till holds, its own and the others'. */
    List<Event> held() {
        return outbox.branch().holdings().stream()
                .flatMap(holding -> outbox.branch().events(holding.posId(), 0, ALL, Long.MAX_VALUE).stream())
                .toList();
    }

    static boolean isNonsense(Event event) {
        return event.payload().equals(NONSENSE);
    }

    List<Receipt> receipts() {
        return sales.latest(1_000);
    }

    /** Makes the tables of every unit. */
    static void format(Store store) {
        store.migrate("outbox", OutboxParts.class);
        store.migrate("catalog", SqliteCatalog.class);
        store.migrate("edits", SqliteCatalog.class);
        store.migrate("inventory", StockReader.class);
        store.migrate("sales", Journal.class);
        store.migrate("lanes", SimulatedLane.class);
        store.migrate("sync", SimulatedWorker.class);
    }

    /** A delivery comes, something is thrown away, or somebody counts. */
    void enterStock() {
        StockKind kind = chance.oneOf(List.of(StockKind.RECEIPT, StockKind.WASTE, StockKind.COUNT));
        List<Product> products = catalog.search("product", 50);
        if (products.isEmpty()) {
            return;
        }
        StockPayload.Line line = new StockPayload.Line(
                chance.oneOf(products).id(),
                kind,
                1_000L * chance.between(1, 40) * (kind.equals(StockKind.WASTE) ? -1 : 1),
                Optional.empty(),
                Optional.empty());
        inventory.enter("Cashier", Optional.empty(), List.of(line));
    }

    /** Somebody changes a product, or decides where changes contradict each other. */
    void editProduct() {
        Optional<String> name = Optional.of(Json.write("product " + chance.below(1_000)));
        Optional<String> price = Optional.of(Integer.toString(chance.between(1, 5_000)));
        List<ProductConflict> conflicts = edits.conflicts();
        List<Product> products = catalog.search("product", 50);
        if (!conflicts.isEmpty() && chance.oneIn(3)) {
            edits.decide(chance.oneOf(conflicts), price, "Manager");
        } else if (!products.isEmpty()) {
            edits.open(chance.oneOf(products).id()).ifPresent(draft -> {
                Map<ProductField, Optional<String>> values = chance.oneIn(2)
                        ? Map.of(ProductField.PRICE, price)
                        : Map.of(ProductField.NAME, name, ProductField.PRICE, price);
                edits.change(draft, ProductField.with(draft.product(), values), "Cashier");
            });
        }
    }

    /** Writes an event that the cloud must refuse. */
    void poison() {
        EventType type =
                chance.oneOf(List.of(EventType.SALE, EventType.SHIFT, EventType.STOCK, EventType.PRODUCT_EDIT));
        store.write(transaction -> outbox.outbox().append(transaction, type, NONSENSE));
    }
}
