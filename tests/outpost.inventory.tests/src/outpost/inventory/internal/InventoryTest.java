package outpost.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.Await;
import outpost.fixtures.LiveTill;
import outpost.inventory.Inventory;
import outpost.inventory.Moved;
import outpost.outbox.BranchEvents;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockLevel;
import outpost.protocol.stock.StockMovement;
import outpost.protocol.stock.StockPayload;
import outpost.values.Quantity;

class InventoryTest {
    @TempDir
    Path folder;

    private LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void whatIsEnteredIsInTheLevelAndWaitsForTheCloud() {
        UUID document = inventory().enter("Cashier 1", Optional.of("DN-7"), List.of(line("P1", StockKind.RECEIPT, 10)));

        awaitLevel("P1", 10);
        Event event = till.outbox()
                .entries(List.of(OutboxEntry.State.PENDING), 10)
                .get(0)
                .event();
        assertEquals(EventType.STOCK, event.type());
        assertEquals(document, Json.read(event.payload(), StockPayload.class).stockId());
    }

    @Test
    void aSaleOfThisTillTakesOffAndAReturnAddsAndTrainingDoesNeither() {
        awaitCaughtUp();

        append(EventType.SALE, Lane.sale("P1", 3_000));
        append(EventType.REFUND, Lane.sale("P1", -1_000));
        append(EventType.SALE, Lane.training(Lane.sale("P1", 5_000)));

        assertEquals(Quantity.of(-2), level("P1").quantity());
    }

    @Test
    @Tag("A-503")
    void theLevelChangesInTheTransactionOfTheSale() {
        awaitCaughtUp();

        assertThrows(IllegalStateException.class, () -> till.store().write(transaction -> {
            till.outbox().append(transaction, EventType.SALE, Json.write(Lane.sale("P1", 3_000)));
            throw new IllegalStateException("the power fails");
        }));

        assertEquals(StockLevel.NONE, level("P1"));
    }

    @Test
    void aCountReplacesWhatTheLedgerHad() {
        inventory().enter("Cashier 1", Optional.empty(), List.of(line("P1", StockKind.RECEIPT, 10)));
        inventory().enter("Cashier 1", Optional.empty(), List.of(line("P1", StockKind.COUNT, 7)));
        inventory().enter("Cashier 1", Optional.empty(), List.of(line("P1", StockKind.WASTE, -1)));

        awaitLevel("P1", 6);
        assertTrue(level("P1").counted().isPresent());
    }

    @Test
    @Tag("A-505")
    void theHistoryTellsWhoMovedWhatAndWhy() {
        inventory()
                .enter(
                        "Cashier 1",
                        Optional.of("DN-7"),
                        List.of(new StockPayload.Line(
                                "P1", StockKind.WASTE, -500, Optional.of("Broken"), Optional.of("on the way"))));
        awaitLevelMilli("P1", -500);
        append(EventType.SALE, Lane.sale("P1", 3_000));
        awaitLevelMilli("P1", -3_500);

        List<Moved> history = inventory().history("P1", 10);

        Moved sale = history.get(0);
        assertEquals(StockKind.SALE, sale.movement().kind());
        assertEquals(Quantity.of(-3), sale.movement().quantity());
        assertEquals(Optional.of("R-1"), sale.reference());
        Moved waste = history.get(1);
        assertEquals("till-1", waste.lane().value());
        assertEquals("Cashier 1", waste.by());
        assertEquals(Optional.of("DN-7"), waste.reference());
        assertEquals(Optional.of("Broken"), waste.reason());
        assertEquals(Optional.of("on the way"), waste.note());
        assertEquals(2, history.size());
    }

    @Test
    void whatThereIsLittleOfComesLeastFirst() {
        inventory()
                .enter(
                        "Cashier 1",
                        Optional.empty(),
                        List.of(
                                line("P1", StockKind.COUNT, 3),
                                line("P2", StockKind.COUNT, 1),
                                line("P3", StockKind.COUNT, 4)));
        awaitLevel("P3", 4);

        assertEquals(
                List.of("P2", "P1"),
                inventory().low(Quantity.of(3), 10).stream()
                        .map(Inventory.Low::productId)
                        .toList());
        assertEquals(1, inventory().low(Quantity.of(3), 1).size());
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNothingIsStored() {
        assertThrows(IllegalArgumentException.class, () -> inventory().enter("Cashier 1", Optional.empty(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> inventory().history("P1", 0));
        assertThrows(IllegalArgumentException.class, () -> inventory().low(Quantity.ONE, 501));

        assertEquals(0, till.outbox().counts().waiting());
    }

    @Test
    void aRestartKeepsTheLevels() {
        inventory().enter("Cashier 1", Optional.empty(), List.of(line("P1", StockKind.COUNT, 7)));
        awaitLevel("P1", 7);

        till.restart();

        assertEquals(Quantity.of(7), level("P1").quantity());
    }

    @Test
    @Tag("A-501")
    void inWhateverOrderTheLanesEventsComeAndHoweverOftenTheLevelsAreWhatTheRuleSays() {
        for (long seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            String product = "P" + seed;
            List<Lane> lanes = List.of(new Lane("lane-2", random), new Lane("lane-3", random));
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                events.add(lanes.get(random.nextInt(2)).next(product));
            }
            StockLevel expected = StockLevel.of(
                    events.stream().flatMap(event -> movements(event).stream()).toList());
            List<Event> deliveries = new ArrayList<>(events);
            deliveries.addAll(events.subList(0, 30));
            Collections.shuffle(deliveries, random);

            for (int from = 0; from < deliveries.size(); from += 9) {
                till.service(BranchEvents.class).store(deliveries.subList(from, Math.min(deliveries.size(), from + 9)));
            }

            Await.until("seed " + seed + ": " + expected, () -> level(product).equals(expected));
            assertEquals(60, inventory().history(product, 500).size());
        }
    }

    private static List<StockMovement> movements(Event event) {
        return event.type().equals(EventType.STOCK)
                ? StockMovement.of(event.hlc(), Json.read(event.payload(), StockPayload.class))
                : StockMovement.of(event.hlc(), Json.read(event.payload(), SalePayload.class));
    }

    private Inventory inventory() {
        return till.service(Inventory.class);
    }

    private StockLevel level(String product) {
        return inventory().levels(List.of(product)).get(product);
    }

    private void append(EventType type, SalePayload sale) {
        till.store().write(transaction -> till.outbox().append(transaction, type, Json.write(sale)));
    }

    /** From then on the reader reads within the transaction that stores. */
    private void awaitCaughtUp() {
        inventory().enter("Cashier 1", Optional.empty(), List.of(line("first", StockKind.COUNT, 1)));
        awaitLevel("first", 1);
        inventory().enter("Cashier 1", Optional.empty(), List.of(line("first", StockKind.COUNT, 2)));
        awaitLevel("first", 2);
    }

    private void awaitLevel(String product, long units) {
        awaitLevelMilli(product, units * Quantity.MILLI_PER_UNIT);
    }

    private void awaitLevelMilli(String product, long milli) {
        Await.until(
                product + " comes to " + milli, () -> level(product).quantity().milli() == milli);
    }

    private static StockPayload.Line line(String product, StockKind kind, long units) {
        return new StockPayload.Line(product, kind, Quantity.of(units));
    }
}
