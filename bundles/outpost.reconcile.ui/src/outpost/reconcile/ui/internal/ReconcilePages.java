package outpost.reconcile.ui.internal;

import java.time.Clock;
import org.eclipse.swt.widgets.Composite;
import outpost.reconcile.ui.internal.comparison.CatalogModel;
import outpost.reconcile.ui.internal.comparison.CatalogPage;
import outpost.reconcile.ui.internal.comparison.ComparisonMessages;
import outpost.reconcile.ui.internal.conflict.ConflictMessages;
import outpost.reconcile.ui.internal.conflict.ConflictModel;
import outpost.reconcile.ui.internal.conflict.ConflictPage;
import outpost.reconcile.ui.internal.health.HealthMessages;
import outpost.reconcile.ui.internal.health.HealthModel;
import outpost.reconcile.ui.internal.health.HealthPage;
import outpost.reconcile.ui.internal.health.LanesPage;
import outpost.reconcile.ui.internal.health.LogPage;
import outpost.reconcile.ui.internal.product.ProductMessages;
import outpost.reconcile.ui.internal.product.ProductModel;
import outpost.reconcile.ui.internal.product.ProductPage;
import outpost.reconcile.ui.internal.queue.QueueMessages;
import outpost.reconcile.ui.internal.queue.QueueModel;
import outpost.reconcile.ui.internal.queue.QueuePage;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.room.RoomMessages;
import outpost.room.RoomView;
import outpost.widgets.Amounts;
import outpost.widgets.Look;
import outpost.widgets.ask.AskTexts;

/** Puts the pages of the Reconcile perspective together. */
record ReconcilePages(Look look, Amounts amounts, Clock clock) {
    /** What the pages show; it outlives them. */
    record Models(
            HealthModel health,
            QueueModel queue,
            ConflictModel conflicts,
            CatalogModel catalog,
            ProductModel products) {}

    RoomView view(Composite parent, Room room, Models models) {
        Words words = look.messages(Words.class);
        HealthMessages health = look.messages(HealthMessages.class);
        QueueMessages queue = look.messages(QueueMessages.class);
        ConflictMessages conflicts = look.messages(ConflictMessages.class);
        ComparisonMessages catalog = look.messages(ComparisonMessages.class);
        ProductMessages products = look.messages(ProductMessages.class);
        RoomView view = new RoomView(
                parent,
                room,
                look.messages(RoomMessages.class),
                look.messages(AskTexts.class),
                amounts::of,
                "reconcile");
        view.add("health", health.pageHealth(), new HealthPage(view, models.health(), health, words, clock));
        view.add("queue", queue.pageQueue(), new QueuePage(view, models.queue(), queue));
        view.add(
                "conflicts",
                conflicts.pageConflicts(),
                new ConflictPage(view, models.conflicts(), conflicts, words, amounts, clock.getZone()));
        view.add("catalog", catalog.pageCatalog(), new CatalogPage(view, models.catalog(), catalog));
        ProductPage product = new ProductPage(view, models.products(), products, amounts, clock.getZone());
        view.add("products", products.pageProducts(), product);
        view.add("lanes", health.pageLanes(), new LanesPage(view, models.health(), health));
        view.add("log", health.pageLog(), new LogPage(view, models.health(), health, amounts, clock.getZone()));
        view.scans(product, product::scanned);
        view.begin();
        return view;
    }
}
