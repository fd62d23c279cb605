package outpost.reconcile.ui.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.reconcile.ReconcileStatus.Outcome;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.protocol.reconcile.Reconciler;
import outpost.protocol.reconcile.RowChange.Kind;

/** Whether the catalog is the cloud's, in a manager's words, and the one thing to do about it. Lives on the UI thread; asks nothing that waits. */
final class CatalogModel {
    /** More than anybody reads. */
    private static final int MOST_ROWS = 500;

    private final Supplier<Optional<Reconciler>> reconciler;
    private final QueueMessages messages;
    private final Supplier<Locale> locale;
    private final ZoneId zone;
    private Optional<ReconcilePlan> plan = Optional.empty();
    private List<PlannedRow> rows = List.of();

    /** @param reconciler empty where the sync unit is not installed */
    CatalogModel(
            Supplier<Optional<Reconciler>> reconciler, QueueMessages messages, Supplier<Locale> locale, ZoneId zone) {
        this.reconciler = reconciler;
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    /** How things stand, in a sentence or two; empty without the sync unit. */
    String sentence() {
        return reconciler.get().map(Reconciler::comparison).map(this::sentence).orElse("");
    }

    /** What differs, while it waits for somebody to agree; the first rows of very many. */
    List<PlannedRow> rows() {
        Optional<ReconcilePlan> current =
                reconciler.get().map(Reconciler::comparison).flatMap(ReconcileStatus::plan);
        if (!current.equals(plan)) {
            plan = current;
            rows = current.map(this::rows).orElse(List.of());
        }
        return rows;
    }

    /** What {@link #act()} does. */
    String action() {
        return isPlanned() ? messages.catalogMend() : messages.catalogCheck();
    }

    boolean canAct() {
        return reconciler
                .get()
                .map(Reconciler::comparison)
                .filter(status -> status.phase() == Phase.IDLE || status.phase() == Phase.PLANNED)
                .isPresent();
    }

    /** Has the catalog compared, or agrees to what was found. */
    void act() {
        boolean agree = isPlanned();
        if (canAct()) {
            reconciler.get().ifPresent(agree ? Reconciler::applyPlan : Reconciler::verify);
        }
    }

    private boolean isPlanned() {
        return reconciler
                .get()
                .map(Reconciler::comparison)
                .filter(status -> status.phase() == Phase.PLANNED)
                .isPresent();
    }

    private List<PlannedRow> rows(ReconcilePlan differing) {
        return differing.changes().stream()
                .limit(MOST_ROWS)
                .map(change -> PlannedRow.of(change, messages))
                .toList();
    }

    private String sentence(ReconcileStatus status) {
        return switch (status.phase()) {
            case WAITING -> messages.catalogWaits();
            case CHECKING -> messages.catalogReading(status.done(), status.total());
            case COMPARING -> messages.catalogComparing(status.done());
            case PLANNED -> status.plan().map(this::differs).orElse("");
            case APPLYING -> messages.catalogMending();
            case IDLE -> idle(status);
        };
    }

    private String differs(ReconcilePlan differing) {
        String counts = messages.catalogDiffers(
                differing.count(Kind.ADD), differing.count(Kind.REPLACE), differing.count(Kind.REMOVE));
        return differing.edited().isEmpty()
                ? counts
                : counts + " " + messages.catalogEditsStay(differing.edited().size());
    }

    private String idle(ReconcileStatus status) {
        if (status.outcome().equals(Optional.of(Outcome.FETCHED_ANEW))) {
            return messages.catalogAnew();
        }
        Optional<String> when = status.verifiedAt()
                .map(at -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale.get())
                        .withZone(zone)
                        .format(at));
        boolean mended = status.outcome().equals(Optional.of(Outcome.MENDED));
        return when.map(time -> mended ? messages.catalogMended(time) : messages.catalogEqual(time))
                .orElse(messages.catalogNever());
    }
}
