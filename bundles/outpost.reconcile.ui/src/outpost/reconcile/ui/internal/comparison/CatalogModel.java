package outpost.reconcile.ui.internal.comparison;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import outpost.catalog.Catalog;
import outpost.catalog.Category;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.reconcile.ReconcileStatus.Outcome;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.protocol.reconcile.Reconciler;
import outpost.protocol.reconcile.RowChange.Kind;
import outpost.reconcile.ui.internal.comparison.PlannedRow.Difference;
import outpost.reconcile.ui.internal.words.FieldWords;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.values.TaxRate;
import outpost.widgets.Amounts;
import outpost.widgets.Notice;
import outpost.widgets.ask.Question;

/** Whether the catalog is the cloud's, in a manager's words, and what to do about it. Lives on the UI thread. */
public final class CatalogModel {
    /** More than anybody reads. */
    private static final int MOST_ROWS = 500;

    private final Room room;
    private final Catalog catalog;
    private final PlanFile file;
    private final Supplier<Optional<Reconciler>> reconciler;
    private final ComparisonMessages messages;
    private final Supplier<Locale> locale;
    private final ZoneId zone;
    private Optional<ReconcilePlan> plan = Optional.empty();
    private List<PlannedRow> rows = List.of();
    private int selected;
    private FieldWords fields;
    private Runnable changed = () -> {};

    /**
     * @param file where a plan is written to
     * @param reconciler empty where the sync unit is not installed
     */
    public CatalogModel(
            Room room,
            Catalog catalog,
            PlanFile file,
            Supplier<Optional<Reconciler>> reconciler,
            ComparisonMessages messages,
            Words words,
            Amounts amounts,
            Supplier<Locale> locale,
            ZoneId zone) {
        this.room = room;
        this.catalog = catalog;
        this.file = file;
        this.fields = new FieldWords(words, amounts, Map.of(), Map.of());
        this.reconciler = reconciler;
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** The names of tax rates and categories may have changed. */
    void refresh() {
        room.read(
                () -> new FieldWords(
                        fields.words(),
                        fields.amounts(),
                        catalog.taxRates().stream().collect(Collectors.toMap(TaxRate::id, TaxRate::name)),
                        catalog.categories().stream().collect(Collectors.toMap(Category::id, Category::name))),
                read -> {
                    fields = read;
                    changed.run();
                });
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
            selected = 0;
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
            does(agree ? mending() : Deed.of("catalog_check", ""), agree ? Reconciler::applyPlan : Reconciler::verify);
        }
    }

    /** Asks whether the whole catalog is to be fetched anew. */
    void rebuild() {
        room.dialogue()
                .ask(new Question.Choice(
                        messages.rebuildTitle(),
                        messages.rebuildLine(),
                        List.of(Question.Option.leading(
                                "rebuild",
                                messages.rebuildYes(),
                                () -> does(Deed.of("catalog_rebuild", ""), Reconciler::rebuild)))));
    }

    /** Writes all that differs into a file beside the database. */
    void export() {
        plan.ifPresent(differing -> room.act(
                Deed.of("catalog_export", ""),
                by -> file.write(rows(differing, Integer.MAX_VALUE), fields),
                written -> room.say(Notice.hint(messages.exported(written.toString())))));
    }

    /** How many rows are to become that. */
    long count(Kind kind) {
        return plan.map(differing -> differing.count(kind)).orElse(0L);
    }

    /** How many of the branch's own changes stay. */
    long staying() {
        return plan.map(differing -> (long) differing.edited().size()).orElse(0L);
    }

    /** The place of the selected row; -1 if there is none. */
    int selected() {
        return rows().isEmpty() ? -1 : Math.min(selected, rows().size() - 1);
    }

    void select(int place) {
        selected = Math.max(0, Math.min(rows().size() - 1, place));
        changed.run();
    }

    /** Before and after of the selected row. */
    List<Difference> differences() {
        return selected() < 0 ? List.of() : rows().get(selected()).differences(fields);
    }

    boolean isPlanned() {
        return reconciler
                .get()
                .map(Reconciler::comparison)
                .filter(status -> status.phase() == Phase.PLANNED)
                .isPresent();
    }

    private Deed mending() {
        return Deed.of("catalog_mend", "")
                .with("added", Long.toString(count(Kind.ADD)))
                .with("replaced", Long.toString(count(Kind.REPLACE)))
                .with("removed", Long.toString(count(Kind.REMOVE)));
    }

    private void does(Deed deed, Consumer<Reconciler> effect) {
        room.act(
                deed,
                by -> {
                    reconciler.get().ifPresent(effect);
                    return by;
                },
                by -> changed.run());
    }

    private List<PlannedRow> rows(ReconcilePlan differing) {
        return rows(differing, MOST_ROWS);
    }

    private List<PlannedRow> rows(ReconcilePlan differing, int most) {
        return differing.changes().stream()
                .limit(most)
                .map(change -> PlannedRow.of(change, differing.edited().contains(change.id()), messages))
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
