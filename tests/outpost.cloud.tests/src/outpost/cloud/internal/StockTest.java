package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.SalePayload;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockLevel;
import outpost.protocol.stock.StockMovement;
import outpost.protocol.stock.StockPayload;
import outpost.values.Quantity;

class StockTest extends OnOneCloud {
    private static final StockKind[] KINDS = {StockKind.RECEIPT, StockKind.WASTE, StockKind.CORRECTION, StockKind.COUNT
    };

    @Test
    void salesAndRefundsAndDocumentsMakeTheLevel() {
        TestTill till = TestTill.inNewTenant(cloud);

        push(till, stock(till, line("P1", StockKind.RECEIPT, 10)), till.sale(2), till.refund(1), till.sale(1));

        assertEquals(Map.of("P1", 9_000L, "P2", -1_000L), levels(till));
    }

    @Test
    @Tag("A-504")
    void aSaleFromBeforeTheCountThatArrivesLateChangesNothing() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event late = till.sale(1);
        cloud.clock().advance(Duration.ofSeconds(1));
        Event count = stock(till, line("P1", StockKind.COUNT, 4));
        cloud.clock().advance(Duration.ofSeconds(1));

        push(till, count, till.sale(1));
        assertEquals(Map.of("P1", 3_000L), levels(till));
        push(till, late);

        assertEquals(Map.of("P1", 3_000L), levels(till));
    }

    @Test
    void trainingMovesNothing() {
        TestTill till = TestTill.inNewTenant(cloud);
        SalePayload exercise = Sales.with(Sales.of(UUID.randomUUID(), 1, 1), sale -> sale.put("training", true));

        push(till, till.next(EventType.SALE, exercise));

        assertEquals(Map.of(), levels(till));
    }

    @Test
    void theSameEventsAgainMoveNothing() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event receipt = stock(till, line("P1", StockKind.RECEIPT, 10));
        Event sale = till.sale(1);
        push(till, receipt, sale);

        till.push(sale, receipt);

        assertEquals(Map.of("P1", 9_000L), levels(till));
    }

    @Test
    void aDocumentThatAnotherEventBroughtIsRefusedAndMovesNothing() {
        TestTill till = TestTill.inNewTenant(cloud);
        StockPayload document = document(line("P1", StockKind.RECEIPT, 10));
        push(till, till.next(EventType.STOCK, Json.write(document)));
        cloud.clock().advance(Duration.ofSeconds(1));

        PushAnswer answer = till.push(till.next(EventType.STOCK, Json.write(document)), till.sale(1));

        assertEquals(Status.REJECTED, answer.results().get(0).status());
        assertEquals(Status.ACCEPTED, answer.results().get(1).status());
        assertEquals(Map.of("P1", 9_000L), levels(till));
    }

    @Test
    void whatATillTellsAgainUnderANewPosIdMovesNothingAgain() {
        TestTill till = TestTill.inNewTenant(cloud);
        String document = Json.write(document(line("P1", StockKind.RECEIPT, 10)));
        SalePayload sale = Sales.of(UUID.randomUUID(), 1, 1);
        push(till, till.next(EventType.STOCK, document), till.next(EventType.SALE, sale));
        till.useFile("pos-2");

        push(till, till.next(EventType.STOCK, document), till.next(EventType.SALE, sale));

        assertEquals(Map.of("P1", 9_000L), levels(till));
    }

    @Test
    void aDocumentThatMakesNoSenseIsRefusedAlone() {
        TestTill till = TestTill.inNewTenant(cloud);
        String negative = Json.write(document(line("P1", StockKind.COUNT, 1))).replace("1000", "-1000");

        PushAnswer answer = till.push(till.next(EventType.STOCK, negative), till.sale(1));

        assertEquals(Status.REJECTED, answer.results().get(0).status());
        assertEquals(Map.of("P1", -1_000L), levels(till));
    }

    @Test
    @Tag("A-502")
    void eachBranchHasItsOwnStock() {
        String tenant = cloud.newTenant();
        cloud.newBranch(tenant, "other");
        TestTill here = new TestTill(cloud, cloud.newCode(tenant));
        TestTill there = new TestTill(cloud, cloud.newCode(tenant, "other"));

        push(here, stock(here, line("P1", StockKind.RECEIPT, 10)));
        push(there, there.sale(1));

        assertEquals(Map.of("P1", 10_000L), levels(here));
        assertEquals(Map.of("P1", -1_000L), levels(there));
    }

    @Test
    void theLevelsComeByPagesInTheOrderOfTheProducts() {
        TestTill till = TestTill.inNewTenant(cloud);
        push(till, till.sale(12));

        List<String> products = new ArrayList<>();
        JsonNode page;
        do {
            String after = products.isEmpty() ? "" : products.get(products.size() - 1);
            page = cloud.admin("GET", "stock?tenant=" + till.tenant() + "&limit=5&after=" + after, "")
                    .ok()
                    .json();
            page.get("levels")
                    .forEach(level -> products.add(level.get("productId").asText()));
        } while (page.get("more").asBoolean());

        assertEquals(
                IntStream.rangeClosed(1, 12).mapToObj(i -> "P" + i).sorted().toList(), products);
    }

    @Test
    void theMovementsOfAProductAreToldNewestFirst() {
        TestTill till = TestTill.inNewTenant(cloud);
        push(till, till.sale(2));
        cloud.clock().advance(Duration.ofSeconds(1));
        push(till, stock(till, line("P1", StockKind.COUNT, 4)));

        JsonNode movements = cloud.admin("GET", "stock/movements?product=P1&tenant=" + till.tenant(), "")
                .ok()
                .json();

        assertEquals(List.of("count", "sale"), movements.findValuesAsText("kind"));
        assertEquals(List.of("4000", "-1000"), movements.findValuesAsText("quantityMilli"));
        assertEquals(
                cloud.clock().instant().toString(), movements.get(0).get("at").asText());
    }

    @Test
    @Tag("A-502")
    void onlyAnAdministratorSeesThePictureAndOnlyOfABranchThatIsThere() {
        TestTill till = TestTill.inNewTenant(cloud);

        cloud.get("admin/stock", till.token()).refused(403, "POS_SYNC_FORBIDDEN");
        cloud.admin("GET", "stock?branch=none&tenant=" + till.tenant(), "").refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("GET", "stock?limit=0&tenant=" + till.tenant(), "").refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    @Test
    @Tag("A-501")
    void inWhateverOrderEventsArriveThePictureIsWhatTheRuleSays() {
        for (long seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            TestTill till = TestTill.inNewTenant(cloud);
            List<Event> events = new ArrayList<>();
            List<StockMovement> movements = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Event event = random.nextInt(3) > 0
                        ? till.next(
                                EventType.SALE,
                                Sales.of(UUID.randomUUID(), 1 + random.nextInt(4), random.nextInt(5) == 0 ? -1 : 1))
                        : stock(till, randomLine(random), randomLine(random));
                events.add(event);
                movements.addAll(
                        event.type().equals(EventType.STOCK)
                                ? StockMovement.of(event.hlc(), Json.read(event.payload(), StockPayload.class))
                                : StockMovement.of(event.hlc(), Json.read(event.payload(), SalePayload.class)));
                cloud.clock().advance(Duration.ofMillis(random.nextInt(2)));
            }
            Collections.shuffle(events, random);

            for (int from = 0; from < events.size(); from += 7) {
                push(
                        till,
                        events.subList(from, Math.min(events.size(), from + 7)).toArray(Event[]::new));
            }

            Map<String, Long> expected = new TreeMap<>(movements.stream()
                    .collect(Collectors.groupingBy(
                            StockMovement::productId,
                            Collectors.collectingAndThen(
                                    Collectors.toList(),
                                    of -> StockLevel.of(of).quantity().milli()))));
            assertEquals(expected, levels(till), "seed " + seed);
        }
    }

    private static StockPayload.Line randomLine(Random random) {
        StockKind kind = KINDS[random.nextInt(KINDS.length)];
        return line(
                "P" + (1 + random.nextInt(4)),
                kind,
                (1 + random.nextInt(20)) * (kind.equals(StockKind.WASTE) ? -1 : 1));
    }

    private static StockPayload.Line line(String product, StockKind kind, long units) {
        return new StockPayload.Line(product, kind, Quantity.of(units));
    }

    private static StockPayload document(StockPayload.Line... lines) {
        return new StockPayload(UUID.randomUUID(), "Cashier 1", Optional.empty(), List.of(lines));
    }

    private static Event stock(TestTill till, StockPayload.Line... lines) {
        return till.next(EventType.STOCK, Json.write(document(lines)));
    }

    private Map<String, Long> levels(TestTill till) {
        JsonNode page = cloud.admin(
                        "GET",
                        "stock?tenant=" + till.tenant() + "&branch="
                                + till.identity().branchId(),
                        "")
                .ok()
                .json();
        return StreamSupport.stream(page.get("levels").spliterator(), false)
                .collect(Collectors.toMap(
                        level -> level.get("productId").asText(),
                        level -> level.get("quantityMilli").asLong(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static void push(TestTill till, Event... events) {
        till.push(events)
                .results()
                .forEach(result -> assertEquals(Status.ACCEPTED, result.status(), result.toString()));
    }
}
