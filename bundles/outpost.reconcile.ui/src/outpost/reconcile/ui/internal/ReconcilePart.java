package outpost.reconcile.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.swt.widgets.Composite;
import outpost.catalog.Catalog;
import outpost.catalog.CatalogEdits;
import outpost.outbox.BranchEvents;
import outpost.outbox.Identity;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.Neighbours;
import outpost.protocol.SyncLog;
import outpost.protocol.Synchroniser;
import outpost.protocol.reconcile.Reconciler;
import outpost.reconcile.ui.internal.comparison.CatalogModel;
import outpost.reconcile.ui.internal.comparison.ComparisonMessages;
import outpost.reconcile.ui.internal.comparison.PlanFile;
import outpost.reconcile.ui.internal.conflict.ConflictMessages;
import outpost.reconcile.ui.internal.conflict.ConflictModel;
import outpost.reconcile.ui.internal.health.HealthModel;
import outpost.reconcile.ui.internal.product.ProductMessages;
import outpost.reconcile.ui.internal.product.ProductModel;
import outpost.reconcile.ui.internal.queue.QueueMessages;
import outpost.reconcile.ui.internal.queue.QueueModel;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.room.RoomPart;
import outpost.sales.Right;
import outpost.sales.Staff;
import outpost.sales.Supervision;
import outpost.store.Store;
import outpost.values.TerminalId;
import outpost.widgets.Amounts;
import outpost.widgets.Look;

/** The Reconcile perspective: how this till and its lanes are, and what a branch manager decides. */
public final class ReconcilePart extends RoomPart {
    private static final String EXPORTS = "exports";

    /** Comes and goes with its unit, also while the till is running. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Synchroniser synchroniser;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Reconciler reconciler;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile SyncLog log;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Neighbours neighbours;

    public ReconcilePart() {
        super("reconcile", Right.RECONCILE);
    }

    @PostConstruct
    void create(
            Composite parent,
            Look look,
            IEventBroker broker,
            Store store,
            Terminal terminal,
            Outbox outbox,
            BranchEvents branch,
            Catalog catalog,
            CatalogEdits edits,
            Staff staff,
            Supervision supervision) {
        Clock clock = Clock.systemDefaultZone();
        Identity identity = terminal.identity().orElseThrow();
        TerminalId own = identity.enrolment().terminalId();
        Amounts amounts = new Amounts(identity.currency(), look::locale, clock);
        Words words = look.messages(Words.class);
        Room room = room(parent, look, staff, supervision);
        HealthModel.Sources sources = new HealthModel.Sources(
                outbox,
                branch,
                edits,
                () -> Optional.ofNullable(synchroniser),
                () -> Optional.ofNullable(log),
                () -> Optional.ofNullable(neighbours));
        ReconcilePages.Models models = new ReconcilePages.Models(
                new HealthModel(room, sources, own, words, clock),
                new QueueModel(
                        room,
                        outbox,
                        () -> Optional.ofNullable(synchroniser),
                        look.messages(QueueMessages.class),
                        words,
                        look::locale),
                new ConflictModel(
                        room,
                        catalog,
                        edits,
                        () -> Optional.ofNullable(neighbours),
                        own,
                        look.messages(ConflictMessages.class),
                        words,
                        amounts),
                new CatalogModel(
                        room,
                        catalog,
                        new PlanFile(store.directory().resolve(EXPORTS), clock),
                        () -> Optional.ofNullable(reconciler),
                        look.messages(ComparisonMessages.class),
                        words,
                        amounts,
                        look::locale,
                        clock.getZone()),
                new ProductModel(room, catalog, edits, look.messages(ProductMessages.class), words, amounts));
        show(look, broker, () -> new ReconcilePages(look, amounts, clock).view(parent, room, models));
    }
}
