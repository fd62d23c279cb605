package outpost.reconcile.ui.internal.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.catalog.Catalog;
import outpost.fixtures.Rows;
import outpost.fixtures.door.OpenDoor;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.reconcile.ReconcileStatus.Outcome;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.protocol.reconcile.Reconciler;
import outpost.protocol.reconcile.RowChange;
import outpost.reconcile.ui.internal.words.Words;
import outpost.widgets.Amounts;
import outpost.widgets.Messages;
import outpost.widgets.ask.Question;

class CatalogModelTest {
    private static final ReconcilePlan PLAN = new ReconcilePlan(
            CatalogState.of(9, 9, 9),
            List.of(
                    new RowChange(Optional.empty(), Optional.of(Rows.product("p1", 5, "Tea", 100))),
                    new RowChange(
                            Optional.of(new Entity(Entity.PRODUCT, "p2", 4, Optional.of("broken"))),
                            Optional.of(Rows.product("p2", 4, "Milk", 100))),
                    new RowChange(
                            Optional.of(new Entity(Entity.PRODUCT, "p3", 4, Optional.of("broken"))), Optional.empty()),
                    new RowChange(Optional.of(Rows.setting("lock", 3, "1")), Optional.empty())),
            Set.of("p2"));

    private static final Catalog CATALOG = (Catalog) Proxy.newProxyInstance(
            Catalog.class.getClassLoader(), new Class<?>[] {Catalog.class}, (proxy, method, arguments) -> List.of());

    private final List<String> asked = new ArrayList<>();
    private ReconcileStatus status = status(Phase.IDLE, 0, Optional.empty(), Optional.empty());
    private final Reconciler reconciler = new Reconciler() {
        @Override
        public ReconcileStatus comparison() {
            return status;
        }

        @Override
        public void verify() {
            asked.add("verify");
        }

        @Override
        public void applyPlan() {
            asked.add("apply");
        }

        @Override
        public void rebuild() {
            asked.add("rebuild");
        }
    };
    private final OpenDoor door = new OpenDoor();

    @TempDir
    private Path folder;

    private CatalogModel model;

    @BeforeEach
    void open() {
        model = model(Optional.of(reconciler));
    }

    @Test
    void aPersonHasItComparedAndAgreesToWhatWasFound() {
        assertEquals("Check catalog", model.action());
        model.act();

        status = status(Phase.PLANNED, 4, Optional.of(PLAN), Optional.empty());

        assertEquals("Make equal", model.action());
        assertEquals(
                "Catalog: 1 to add, 1 to replace, 2 to remove. 1 of this branch’s own changes stay.", model.sentence());
        assertEquals(
                List.of(
                        "Tea, product p1, New, false",
                        "Milk, product p2, Different, true",
                        "p3, product p3, Gone, false",
                        "lock, setting lock, Gone, false"),
                model.rows().stream()
                        .map(row -> row.name() + ", " + row.key() + ", " + row.change() + ", " + row.keeps())
                        .toList());
        model.act();
        assertEquals(List.of("verify", "apply"), asked);
        assertEquals(List.of("catalog_check  {}", "catalog_mend  {added=1, replaced=1, removed=2}"), door.deeds());

        status = status(Phase.IDLE, 0, Optional.empty(), Optional.of(Outcome.MENDED));
        assertEquals(List.of(), model.rows());
    }

    @Test
    @Tag("A-553")
    void beforeAndAfterAreShownFieldByFieldAndWrittenToAFile() throws IOException {
        status = status(Phase.PLANNED, 4, Optional.of(PLAN), Optional.empty());
        model.rows();

        assertEquals(
                List.of("Name: -> Tea", "Codes: -> p1", "Price: -> £1.00", "Tax: -> standard"),
                model.differences().stream()
                        .filter(difference -> !difference.cloud().equals("None")
                                && !difference.cloud().equals("No"))
                        .map(difference -> difference.field() + ": " + difference.here() + "-> " + difference.cloud())
                        .toList());
        model.export();

        List<String> lines = Files.readAllLines(folder.resolve("catalog-20260131-101530.tsv"));
        assertEquals("row\tname\tchange\tfield\there\tcloud", lines.get(0));
        assertTrue(lines.contains("product p1\tTea\tNew\tPrice\t\t£1.00"), lines.toString());
        assertTrue(lines.contains("setting lock\tlock\tGone\t\t\t"), lines.toString());
    }

    @Test
    void theWholeCatalogIsFetchedAnewOnlyAfterAQuestion() {
        CatalogModel asking = model(Optional.of(reconciler));
        asking.rebuild();
        assertEquals(List.of(), asked);
        Question.Choice sure =
                (Question.Choice) door.last().dialogue().question().orElseThrow();
        sure.options().get(0).chosen().run();

        assertEquals(List.of("rebuild"), asked);
        assertEquals(List.of("catalog_rebuild  {}"), door.deeds());
    }

    @Test
    void nothingCanBeDoneWhileItRuns() {
        for (Phase phase : List.of(Phase.WAITING, Phase.CHECKING, Phase.COMPARING, Phase.APPLYING)) {
            status = status(phase, 7, Optional.empty(), Optional.empty());
            model.act();
            assertFalse(model.canAct(), phase.toString());
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void itSaysHowFarItIs() {
        assertEquals("Catalog: not compared yet", model.sentence());
        status = status(Phase.WAITING, 0, Optional.empty(), Optional.empty());
        assertEquals("Catalog: compared as soon as the line is up", model.sentence());
        status = status(Phase.CHECKING, 2_000, Optional.empty(), Optional.empty());
        assertEquals("Catalog: reading row 2,000 of 5,000", model.sentence());
        status = status(Phase.COMPARING, 3, Optional.empty(), Optional.empty());
        assertEquals("Catalog: comparing, 3 differ so far", model.sentence());
        status = status(Phase.IDLE, 0, Optional.empty(), Optional.of(Outcome.FETCHED_ANEW));
        assertEquals("Catalog: very much differed, it is fetched anew", model.sentence());
    }

    @Test
    void itSaysWhenItWasLastProven() {
        Instant at = Instant.parse("2026-01-31T10:15:30Z");
        status = new ReconcileStatus(Phase.IDLE, 0, 0, Optional.empty(), Optional.of(Outcome.EQUAL), Optional.of(at));
        assertTrue(model.sentence().startsWith("Catalog: equal to the cloud’s, 31 Jan 2026"), model.sentence());
        status = new ReconcileStatus(Phase.IDLE, 0, 0, Optional.empty(), Optional.of(Outcome.MENDED), Optional.of(at));
        assertTrue(model.sentence().startsWith("Catalog: made equal to the cloud’s, 31 Jan 2026"), model.sentence());
    }

    @Test
    void withoutTheSyncUnitThereIsNothingToSay() {
        CatalogModel alone = model(Optional.empty());

        assertEquals("", alone.sentence());
        assertEquals(List.of(), alone.rows());
        assertFalse(alone.canAct());
        alone.act();
    }

    private CatalogModel model(Optional<Reconciler> reconciler) {
        return new CatalogModel(
                door.room(),
                CATALOG,
                new PlanFile(folder, Clock.fixed(Instant.parse("2026-01-31T10:15:30Z"), ZoneOffset.UTC)),
                () -> reconciler,
                Messages.of(ComparisonMessages.class, () -> Locale.UK),
                Messages.of(Words.class, () -> Locale.UK),
                new Amounts(Currency.getInstance("GBP"), () -> Locale.UK, Clock.systemUTC()),
                () -> Locale.UK,
                ZoneOffset.UTC);
    }

    private static ReconcileStatus status(
            Phase phase, long done, Optional<ReconcilePlan> plan, Optional<Outcome> outcome) {
        return new ReconcileStatus(phase, done, 5_000, plan, outcome, Optional.empty());
    }
}
