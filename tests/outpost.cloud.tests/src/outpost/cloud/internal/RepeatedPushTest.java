package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.SalePayload;
import outpost.protocol.Sha256;

/** The same events again, in the same batch or another, from one side or many. */
class RepeatedPushTest extends PushFixture {
    @Test
    @Tag("A-402")
    void aBatchThatComesAgainGetsItsFirstAnswer() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> batch = List.of(till.sale(2), till.sale(1));

        PushAnswer first = till.push(batch);
        PushAnswer again = till.push(batch);

        assertEquals(List.of("ACCEPTED", "ACCEPTED"), statuses(first));
        assertEquals(first, again);
        assertTotals(cloud.summary(till.tenant()), 2, 0, 3, 3 * Sales.LINE_MINOR);
    }

    @Test
    void anEventInAnotherBatchIsADuplicate() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event first = till.sale(1);
        till.push(first);

        PushAnswer answer = till.push(first, till.sale(1), first);

        String duplicate = "DUPLICATE POS_SYNC_EVENT_DUPLICATE";
        assertEquals(List.of(duplicate, "ACCEPTED", duplicate), statuses(answer));
        JsonNode summary = cloud.summary(till.tenant());
        assertEquals(2, summary.get("duplicates").asInt());
        assertEquals(2, summary.get("events").asInt());
        assertTotals(summary, 2, 0, 2, 2 * Sales.LINE_MINOR);
    }

    @Test
    void aRefusedBatchIsJudgedAnew() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event euros = till.next(EventType.SALE, Sales.of(UUID.randomUUID(), 1, 1, "EUR"));
        assertEquals(List.of("REJECTED POS_SYNC_EVENT_INVALID"), statuses(till.push(euros)));

        cloud.admin(
                        "POST",
                        "tenants",
                        "{\"tenantId\":\"" + till.tenant() + "\",\"name\":\"Shop\",\"currency\":\"EUR\"}")
                .ok();

        assertEquals(List.of("ACCEPTED"), statuses(till.push(euros)));
        assertTotals(cloud.summary(till.tenant()), 1, 0, 1, Sales.LINE_MINOR);
    }

    @Test
    @Tag("A-412")
    void theSameKeyWithOtherContentIsAFork() {
        TestTill till = TestTill.inNewTenant(cloud);
        till.push(till.sale(1));
        Event other = till.event(1, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 4, 1)));

        assertEquals(List.of("REJECTED POS_SYNC_EVENT_FORK"), statuses(till.push(other)));

        assertTotals(cloud.summary(till.tenant()), 1, 0, 1, Sales.LINE_MINOR);
        assertEquals("POS_SYNC_EVENT_FORK", quarantine(till).get(0).get("code").asText());
    }

    @Test
    void aForkWithinOneBatchIsFoundToo() {
        TestTill till = TestTill.inNewTenant(cloud);
        Event first = till.event(1, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 1, 1)));
        Event other = till.event(1, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 2, 1)));

        assertEquals(List.of("ACCEPTED", "REJECTED POS_SYNC_EVENT_FORK"), statuses(till.push(first, other)));
    }

    @Test
    void aReceiptIsNeverCountedTwiceWhateverEventBringsIt() {
        TestTill till = TestTill.inNewTenant(cloud);
        SalePayload sale = Sales.of(UUID.randomUUID(), 1, 1);
        till.push(till.next(EventType.SALE, sale));
        till.useFile("pos-2");
        cloud.clock().advance(Duration.ofSeconds(1));

        assertEquals(List.of("REJECTED POS_SYNC_EVENT_INVALID"), statuses(till.push(till.next(EventType.SALE, sale))));

        assertTotals(cloud.summary(till.tenant()), 1, 0, 1, Sales.LINE_MINOR);
    }

    @Test
    @Tag("A-403")
    void theSameBatchFromManySidesAtOnceIsStoredOnce() throws Exception {
        TestTill till = TestTill.inNewTenant(cloud);
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 5; round++) {
                List<Event> batch = List.of(till.sale(2), till.sale(1), till.sale(3));
                List<Callable<PushAnswer>> pushes = IntStream.range(0, 8)
                        .<Callable<PushAnswer>>mapToObj(i -> () -> till.push(batch))
                        .toList();
                List<PushAnswer> answers = new ArrayList<>();
                for (Future<PushAnswer> answer : senders.invokeAll(pushes)) {
                    answers.add(answer.get());
                }
                answers.forEach(answer -> assertEquals(List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"), statuses(answer)));
            }
        } finally {
            senders.shutdownNow();
        }
        assertTotals(cloud.summary(till.tenant()), 15, 0, 30, 30 * Sales.LINE_MINOR);
        assertStream(till, 0, 15, 15, 0);
    }

    @Test
    @Tag("A-403")
    void overlappingBatchesFromManySidesStoreEachEventOnce() throws Exception {
        TestTill till = TestTill.inNewTenant(cloud);
        List<Event> events = IntStream.range(0, 40).mapToObj(i -> till.sale(1)).toList();
        ExecutorService senders = Executors.newFixedThreadPool(6);
        try {
            List<Callable<PushAnswer>> pushes = IntStream.range(0, 30)
                    .<Callable<PushAnswer>>mapToObj(i -> () -> till.push(events.subList(i, i + 10)))
                    .toList();
            int accepted = 0;
            for (Future<PushAnswer> answer : senders.invokeAll(pushes)) {
                accepted += (int) statuses(answer.get()).stream()
                        .filter("ACCEPTED"::equals)
                        .count();
            }
            assertEquals(39, accepted);
        } finally {
            senders.shutdownNow();
        }
        assertTotals(cloud.summary(till.tenant()), 39, 0, 39, 39 * Sales.LINE_MINOR);
        assertStream(till, 0, 39, 39, 0);
    }

    @Test
    void theKeyOfABatchHasToBeItsOwn() {
        TestTill till = TestTill.inNewTenant(cloud);
        PushRequest batch = new PushRequest(List.of(till.sale(1)));

        till.tryPush(till.token(), Sha256.hex("another"), Json.write(batch)).refused(400, "POS_SYNC_REQUEST_INVALID");
        till.tryPush(till.token(), "", Json.write(batch)).refused(400, "POS_SYNC_REQUEST_INVALID");

        assertTotals(cloud.summary(till.tenant()), 0, 0, 0, 0);
        assertNotEquals(Sha256.hex("another"), batch.idempotencyKey());
    }
}
