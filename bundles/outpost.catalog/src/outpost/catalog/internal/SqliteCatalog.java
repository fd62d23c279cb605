package outpost.catalog.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import outpost.catalog.Catalog;
import outpost.catalog.Category;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.catalog.User;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.PullAnswer;
import outpost.protocol.Sink;
import outpost.protocol.SnapshotLine;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.RangeSum;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.Replica;
import outpost.protocol.reconcile.RowChange;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.TaxRate;
import outpost.values.reckoning.Terms;

/** The catalog in the till's database, and the only sink of what the cloud changes in it. */
@Component(immediate = true)
public final class SqliteCatalog implements Catalog, Sink, Replica {
    private static final int MAX_FOUND = 500;

    private final Store store;
    private final Latecomers latecomers;
    private final AtomicReference<Rates> rates = new AtomicReference<>(Rates.NONE);

    @Activate
    public SqliteCatalog(@Reference Store store) {
        this.store = store;
        store.migrate("catalog", SqliteCatalog.class);
        store.migrate("edits", SqliteCatalog.class);
        this.latecomers = new Latecomers(store);
        latecomers.open();
        store.write(transaction -> {
            new Overlays(transaction).refreshAll();
            return transaction;
        });
    }

    @Deactivate
    void close() {
        latecomers.close();
    }

    @Override
    public Optional<Product> find(String code) {
        return store.read(transaction -> products(transaction).find(code));
    }

    @Override
    public Optional<Scanned> scan(String code) {
        return store.read(
                transaction -> new LabelReader(products(transaction), new ShopReader(transaction)).scan(code));
    }

    @Override
    public List<Product> search(String text, int limit) {
        requireLimit(limit);
        return store.read(transaction -> products(transaction).search(text, limit));
    }

    @Override
    public boolean findsAllNames() {
        return !latecomers.areAny();
    }

    @Override
    public List<Category> categories() {
        return store.read(transaction -> new ShopReader(transaction).categories());
    }

    @Override
    public List<Product> quickKeys(String categoryId, int limit) {
        requireLimit(limit);
        return store.read(transaction -> products(transaction).quickKeys(categoryId, limit));
    }

    @Override
    public List<User> users() {
        return store.read(transaction -> new ShopReader(transaction).users());
    }

    @Override
    public List<TaxRate> taxRates() {
        return store.read(transaction -> new ShopReader(transaction)
                .taxRates().stream()
                        .sorted(Comparator.comparing(TaxRate::name).thenComparing(TaxRate::id))
                        .toList());
    }

    @Override
    public Optional<Terms> terms() {
        return store.read(transaction -> new ShopReader(transaction).terms());
    }

    @Override
    public Optional<String> setting(String name) {
        return store.read(transaction -> new ShopReader(transaction).setting(name));
    }

    @Override
    public CatalogState state() {
        return store.read(Meta::load).state();
    }

    @Override
    public long changes() {
        return store.read(transaction -> transaction.number("SELECT changes FROM catalog_meta"));
    }

    @Override
    public Position position() {
        return store.read(Meta::load).position();
    }

    @Override
    public void begin(SnapshotLine.Header header) {
        // A snapshot that goes on keeps its first header: deltas from that older cursor reach every row of it.
        change((transaction, meta) -> meta.running().isPresent() ? meta : meta.started(header));
    }

    @Override
    public void add(List<Entity> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Entity last = rows.get(rows.size() - 1);
        List<ForkJoinTask<List<Incoming>>> parts = Incoming.parts(rows, Incoming::nameless);
        latecomers.expect();
        change((transaction, meta) -> {
            requireRunning(meta);
            return new EntityWriter(transaction, meta)
                    .snapshot(parts.stream().map(ForkJoinTask::join))
                    .reached(new RowKey(last.type(), last.id()));
        });
    }

    @Override
    public void end() {
        change((transaction, meta) -> new EntityWriter(transaction, meta)
                .removeOlderGenerations()
                .ended(requireRunning(meta).cursor()));
        latecomers.start();
    }

    @Override
    public void pause() {
        latecomers.start();
    }

    @Override
    public void apply(PullAnswer delta) {
        List<ForkJoinTask<List<Incoming>>> parts = Incoming.parts(delta.changes(), Incoming::of);
        change((transaction, meta) -> {
            requireNoneRunning(meta);
            return new EntityWriter(transaction, meta)
                    .delta(parts.stream().map(ForkJoinTask::join))
                    .ended(delta.cursor());
        });
    }

    @Override
    public void restart() {
        change((transaction, meta) -> meta.ended(0));
    }

    @Override
    public List<RangeSum> sums(PlaceRange range, int parts) {
        return store.read(transaction -> new PlacedRows(transaction).sums(range, parts));
    }

    @Override
    public List<Entity> rows(PlaceRange range) {
        return store.read(transaction -> new PlacedRows(transaction).rows(range));
    }

    @Override
    public long check(LongConsumer progress) {
        return new RowCheck(store).run(progress);
    }

    @Override
    public void apply(ReconcilePlan plan) {
        change((transaction, meta) -> {
            requireNoneRunning(meta);
            return new EntityWriter(transaction, meta)
                    .plan(plan.changes())
                    .ended(Math.min(meta.cursor(), plan.cloud().cursor()));
        });
    }

    @Override
    public Set<String> edited(List<RowChange> changes) {
        List<String> products = changes.stream()
                .filter(change -> change.type().equals(Entity.PRODUCT))
                .map(RowChange::id)
                .toList();
        return store.read(transaction -> Set.copyOf(new PendingEdits(transaction).among(products)));
    }

    @Override
    public Optional<Instant> verifiedAt() {
        return store.read(Meta::verifiedAt);
    }

    @Override
    public void verified(Instant when) {
        store.write(transaction -> Meta.verified(transaction, when));
    }

    private ProductReader products(Transaction transaction) {
        return new ProductReader(transaction, rates);
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_FOUND) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MAX_FOUND);
        }
    }

    private static void requireNoneRunning(Meta meta) {
        if (meta.running().isPresent()) {
            throw new IllegalStateException("a delta or a plan within a snapshot");
        }
    }

    private static SnapshotLine.Header requireRunning(Meta meta) {
        return meta.running().orElseThrow(() -> new IllegalStateException("no snapshot is running"));
    }

    private void change(BiFunction<Transaction, Meta, Meta> change) {
        store.write(transaction -> {
            Meta meta = change.apply(transaction, Meta.load(transaction));
            meta.save(transaction);
            return meta;
        });
    }
}
