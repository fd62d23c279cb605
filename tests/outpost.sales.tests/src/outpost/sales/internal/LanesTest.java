package outpost.sales.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import outpost.fixtures.Await;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Event;
import outpost.protocol.Neighbours;
import outpost.sales.Checkout;
import outpost.sales.Grounds;
import outpost.sales.HeldTicket;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipt;
import outpost.sales.RefundPart;
import outpost.sales.Refundable;
import outpost.sales.Refunds;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Rules;
import outpost.sales.Ticket;
import outpost.sales.internal.ticket.SharedTickets;
import outpost.values.Quantity;
import outpost.values.TerminalId;

/** Two lanes of a branch, one after the other in this framework; what one wrote is carried to the other by hand. */
class LanesTest {
    private static final TerminalId ONE = new TerminalId("till-1");
    private static final TerminalId TWO = new TerminalId("till-2");

    @TempDir
    Path folder;

    private Optional<LiveTill> open = Optional.empty();
    private Optional<ServiceRegistration<Neighbours>> neighbours = Optional.empty();

    @AfterEach
    void stop() {
        neighbours.ifPresent(ServiceRegistration::unregister);
        open.ifPresent(LiveTill::close);
    }

    @Test
    @Tag("A-706")
    void whatOneLaneSoldComesBackAtAnotherAndNeverTwice() {
        at(ONE);
        ticket().add(Shelf.product(till(), "bread"), Quantity.of(3));
        Receipt sold = payInCash();
        List<Event> sale = written();

        at(TWO);
        assertTrue(refundable(sold.number()).isEmpty());
        carry(sale);
        Refundable there = awaitLeft(sold.number(), Quantity.of(3));
        assertEquals(sold, there.receipt());
        ticket().addReturns(List.of(new RefundPart(there.lines().get(0), Quantity.of(2))), Grounds.of("Faulty"));
        Receipt refund = payInCash();
        awaitLeft(sold.number(), Quantity.ONE);
        List<Event> refunded = written();

        at(ONE);
        carry(refunded);
        Refundable here = awaitLeft(sold.number(), Quantity.ONE);
        ticket().addReturns(List.of(new RefundPart(here.lines().get(0), Quantity.ONE)), Grounds.of("Faulty"));
        Receipt rest = payInCash();

        assertEquals(
                0, sold.total().minor() + refund.total().minor() + rest.total().minor());
    }

    @Test
    @Tag("A-706")
    void whatCameBackElsewhereMeanwhileIsNotPaidTwice() {
        at(ONE);
        ticket().add(Shelf.product(till(), "bread"), Quantity.of(1));
        Receipt sold = payInCash();
        List<Event> sale = written();
        at(TWO);
        carry(sale);
        giveBackOne(sold.number());
        payInCash();
        List<Event> refunded = written();

        at(ONE);
        giveBackOne(sold.number());
        carry(refunded);
        awaitLeft(sold.number(), Quantity.of(0));

        assertEquals(
                Refusal.REFUNDED_MEANWHILE,
                assertThrows(RefusedException.class, this::payInCash).refusal());
    }

    @Test
    @Tag("A-707")
    void aTicketThatWasPutAsideAtOneLaneIsTakenUpAtAnotherAndIsGoneAtTheFirst() {
        at(ONE);
        UUID id = hold("Blue coat");
        List<Event> held = written();

        at(TWO);
        carry(held);
        awaitLanes(Optional.of(ONE));
        HeldTicket seen = held().list().get(0);
        assertEquals("Blue coat at till-1", seen.name() + " at " + seen.lane().orElseThrow());
        assertEquals(Refusal.HELD_OUT_OF_REACH, refusal(id));

        at(ONE);
        till().service(SharedTickets.class).read(TWO, id.toString());
        awaitLanes(Optional.of(TWO));
        // The second one who asks, and the first one again, get nothing.
        int before = written().size();
        till().service(SharedTickets.class).read(new TerminalId("till-3"), id.toString());
        till().service(SharedTickets.class).read(TWO, id.toString());
        assertEquals(before, written().size());
        List<Event> given = written();

        at(TWO);
        connectTo(ONE, () -> carry(given));
        Ticket resumed = held().resume(id);
        assertEquals("Bread", resumed.lines().get(0).name());
        awaitLanes();
        payInCash();
        List<Event> after = written();

        at(ONE);
        carry(after);
        awaitLanes();
        assertEquals(Refusal.HELD_GONE, refusal(id));
    }

    @Test
    @Tag("A-707")
    void theOrderInWhichTheNewsComeDoesNotMatter() {
        at(ONE);
        UUID id = hold("first");
        held().resume(id);
        held().hold("second");
        UUID gone = hold("gone");
        held().resume(gone);
        ticket().voidTicket(Grounds.of("Changed mind"));
        till().service(SharedTickets.class).read(TWO, id.toString());
        List<Event> news = new ArrayList<>(written());
        long seed = new Random().nextLong();
        Random random = new Random(seed);

        for (int round = 0; round < 5; round++) {
            Collections.shuffle(news, random);
            at(TWO, "two-" + round);
            news.forEach(event -> carry(List.of(event)));
            Await.until(
                    "only the second is held, seed " + seed,
                    () -> held().list().stream().map(HeldTicket::name).toList().equals(List.of("second")));
            awaitLanes(Optional.empty());
        }
    }

    @Test
    void aLaneWhoseDiskWasLostFindsItsTicketsAgain() {
        at(ONE);
        hold("Blue coat");
        List<Event> held = written();

        at(ONE, "rebuilt");
        carry(held);

        awaitLanes(Optional.empty());
        held().resume(held().list().get(0).id());
    }

    private void at(TerminalId lane) {
        at(lane, lane.value());
    }

    private void at(TerminalId lane, String data) {
        open.ifPresent(LiveTill::close);
        LiveTill next = new LiveTill(folder.resolve(data));
        open = Optional.of(next);
        next.terminal().enrolled(LiveTill.answer(lane.value(), "GBP"), URI.create("http://127.0.0.1:1"));
        Shelf.of("GBP").fill(next);
    }

    private LiveTill till() {
        return open.orElseThrow();
    }

    private List<Event> written() {
        return till().outbox().entries(List.of(State.values()), 1_000).stream()
                .map(OutboxEntry::event)
                .toList();
    }

    private void carry(List<Event> events) {
        assertEquals(
                events.size(), till().service(BranchEvents.class).store(events).size());
    }

    /** A lane that does that when it is told something. */
    private void connectTo(TerminalId lane, Runnable whenTold) {
        Neighbours only = new Neighbours() {
            @Override
            public Set<TerminalId> connected() {
                return Set.of(lane);
            }

            @Override
            public Map<TerminalId, String> names() {
                return Map.of();
            }

            @Override
            public boolean tell(TerminalId to, String topic, String body) {
                whenTold.run();
                return to.equals(lane);
            }
        };
        Dictionary<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, 1_000);
        neighbours = Optional.of(FrameworkUtil.getBundle(LanesTest.class)
                .getBundleContext()
                .registerService(Neighbours.class, only, first));
    }

    private UUID hold(String name) {
        ticket().add(Shelf.product(till(), "bread"), Quantity.of(2));
        return held().hold(name).id();
    }

    /** Whose the tickets are that the till shows. As with {@link #awaitLeft}. */
    @SafeVarargs
    private void awaitLanes(Optional<TerminalId>... lanes) {
        Await.until(
                "tickets of " + List.of(lanes),
                () -> held().list().stream().map(HeldTicket::lane).toList().equals(List.of(lanes)));
    }

    private Refusal refusal(UUID id) {
        return assertThrows(RefusedException.class, () -> held().resume(id)).refusal();
    }

    private void giveBackOne(String number) {
        ticket().addReturns(
                        List.of(new RefundPart(
                                awaitLeft(number, Quantity.ONE).lines().get(0), Quantity.ONE)),
                        Grounds.of("Faulty"));
    }

    /** How much of a receipt's first line can still come back. Just after its start a till may know only a moment later what it has stored. */
    private Refundable awaitLeft(String number, Quantity left) {
        Await.until(left + " left of " + number, () -> refundable(number).stream()
                .anyMatch(found -> found.lines().get(0).left().equals(left)));
        return refundable(number).orElseThrow();
    }

    private Optional<Refundable> refundable(String number) {
        return till().service(Refunds.class).find(number);
    }

    private Receipt payInCash() {
        Checkout checkout = till().service(Checkout.class);
        checkout.take(
                till().service(Rules.class).tenders().stream()
                        .filter(type -> type.id().equals("cash"))
                        .findFirst()
                        .orElseThrow(),
                ticket().ticket().amounts().dueInCash(),
                Optional.empty());
        return checkout.complete();
    }

    private OpenTicket ticket() {
        return till().service(OpenTicket.class);
    }

    private HeldTickets held() {
        return till().service(HeldTickets.class);
    }
}
