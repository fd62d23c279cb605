package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import outpost.fixtures.Await;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.outbox.EventReader;
import outpost.outbox.OutboxCounts;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.store.Transaction;
import outpost.values.HlcStamp;
import outpost.values.PosId;

class ReadersTest {
    private static final long PLENTY = 1L << 30;

    @TempDir
    Path folder;

    private final Lane lane = Lane.named("till-2", "NEIGHBOUR");
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
        till.store().write(transaction -> transaction.update("CREATE TABLE seen (payload TEXT NOT NULL, own INTEGER)"));
    }

    @AfterEach
    void stop() {
        leave();
        till.close();
    }

    @Test
    void aReaderSeesOwnAndNeighboursEventsInTheTransactionThatStoresThem() {
        join(payload -> true);
        append("1");
        awaitSeen(1);

        append("2");
        assertEquals(List.of("1 own", "2 own"), seen());
        branch().store(List.of(lane.event(1, new HlcStamp(1, 0), "3")));
        assertEquals(List.of("1 own", "2 own", "3 other"), seen());
        assertThrows(IllegalStateException.class, () -> till.store().write(transaction -> {
            till.outbox().append(transaction, EventType.SALE, "lost");
            throw new IllegalStateException("the sale failed after its event");
        }));
        assertEquals(3, seen().size());
    }

    @Test
    void onlyItsTypesAreShown() {
        join(payload -> true);
        till.store().write(transaction -> till.outbox().append(transaction, EventType.JOURNAL, "journal"));
        append("sale");
        awaitSeen(1);

        assertEquals(List.of("sale own"), seen());
    }

    @Test
    void aReaderThatWasAwayCatchesUpAndSeesNothingTwice() {
        append("before it was made");
        join(payload -> true);
        awaitSeen(1);
        append("live");
        leave();
        IntStream.range(0, 450).forEach(i -> append("away " + i));
        till.restart();
        append("restarted");
        join(payload -> true);
        awaitSeen(453);
        append("live again");

        assertEquals(454, Set.copyOf(seen()).size());
        assertEquals(454, seen().size());
    }

    @Test
    void aReaderThatFailsStopsNoSaleLosesItsOwnWritesOnlyAndIsShownTheEventAgain() {
        join(payload -> !payload.equals("bad"));
        append("good");
        awaitSeen(1);

        append("bad");
        append("better");

        assertEquals(new OutboxCounts(3, 0, 0), till.outbox().counts());
        assertEquals(List.of("good own", "better own"), seen());
        assertEquals(1, failures());
        leave();
        join(payload -> true);
        awaitSeen(3);
        assertEquals(List.of("good own", "better own", "bad own"), seen());
        assertEquals(0, failures());
    }

    @Test
    void aStatementOfAReaderThatFailsDoesNotSpoilTheSale() {
        register(new EventReader() {
            @Override
            public String name() {
                return "wrong";
            }

            @Override
            public Set<EventType> types() {
                return Set.of(EventType.SALE);
            }

            @Override
            public void read(Transaction transaction, Event event, boolean own) {
                transaction.update("INSERT INTO seen (payload) VALUES (?)", event.payload());
                transaction.update("INSERT INTO no_such_table VALUES (1)");
            }
        });
        join(payload -> true);
        append("1");
        awaitSeen(1);
        append("2");

        assertEquals(List.of("1 own", "2 own"), seen());
        assertEquals(2, failures());
    }

    @Test
    void aReaderMayAppendEventsOfItsOwn() {
        join(payload -> true);
        register(new EventReader() {
            @Override
            public String name() {
                return "answering";
            }

            @Override
            public Set<EventType> types() {
                return Set.of(EventType.SHIFT);
            }

            @Override
            public void read(Transaction transaction, Event event, boolean own) {
                till.outbox().append(transaction, EventType.SALE, "answer to " + event.payload());
            }
        });
        append("1");
        awaitSeen(1);
        till.store().write(transaction -> till.outbox().append(transaction, EventType.SHIFT, "shift"));
        awaitSeen(2);

        assertEquals(List.of("1 own", "answer to shift own"), seen());
    }

    @Test
    void whatIsWrittenAgainAfterAForkIsSeenOnceHereAndAtTheNeighbours() {
        join(payload -> true);
        append("1");
        awaitSeen(1);
        List<Event> sent = till.outbox().take(10, PLENTY);
        till.outbox()
                .settle(sent, List.of(EventAnswer.rejected(0, ErrorCode.POS_SYNC_EVENT_FORK, "another one is there")));
        Event original = lane.event(1);
        Lane renewed = new Lane(lane.terminal(), new PosId("RENEWED"), lane.keys());
        branch().store(List.of(original));
        branch().store(List.of(renewed.event(1, original.hlc(), original.payload())));

        assertEquals(List.of("1 own", original.payload() + " other"), seen());
        leave();
        till.restart();
        join(payload -> true);
        append("2");
        awaitSeen(3);
        assertEquals(3, seen().size());
    }

    @Test
    void aLateReaderFindsWhatIsInTheArchive() {
        IntStream.range(0, 300).forEach(i -> append("old " + i));
        acknowledgeAll();
        new Shelf(till.store(), 100, 1L << 30).tidy();
        append("new");
        assertTrue(archived() > 0);
        join(payload -> true);
        awaitSeen(301);

        assertEquals(301, Set.copyOf(seen()).size());
        acknowledgeAll();
        new Shelf(till.store(), 10, 1L << 30).tidy();
        leave();
        till.restart();
        join(payload -> true);
        append("last");
        awaitSeen(302);
        assertEquals(302, seen().size(), "what was archived since is not shown again");
    }

    private void join(Predicate<String> takes) {
        register(new EventReader() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public Set<EventType> types() {
                return Set.of(EventType.SALE);
            }

            @Override
            public void read(Transaction transaction, Event event, boolean own) {
                transaction.update("INSERT INTO seen (payload, own) VALUES (?, ?)", event.payload(), own);
                if (!takes.test(event.payload())) {
                    throw new IllegalStateException("it takes no " + event.payload());
                }
            }
        });
    }

    private void register(EventReader reader) {
        registrations.add(FrameworkUtil.getBundle(ReadersTest.class)
                .getBundleContext()
                .registerService(EventReader.class, reader, null));
    }

    private void leave() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
    }

    private void append(String payload) {
        till.store().write(transaction -> till.outbox().append(transaction, EventType.SALE, payload));
    }

    private void acknowledgeAll() {
        List<Event> sent = till.outbox().take(1_000, PLENTY);
        till.outbox()
                .settle(
                        sent,
                        IntStream.range(0, sent.size())
                                .mapToObj(EventAnswer::accepted)
                                .toList());
    }

    private BranchEvents branch() {
        return till.service(BranchEvents.class);
    }

    private List<String> seen() {
        return till.store()
                .read(transaction -> transaction.query(
                        "SELECT * FROM seen ORDER BY rowid",
                        row -> row.text("payload") + (row.flag("own") ? " own" : " other")));
    }

    private long failures() {
        return till.store().read(transaction -> transaction.number("SELECT count(*) FROM event_reader_failures"));
    }

    private long archived() {
        return till.store().read(transaction -> transaction.number("SELECT count(*) FROM outbox_archive"));
    }

    private void awaitSeen(int events) {
        Await.until("the reader has seen " + events, () -> seen().size() >= events);
    }
}
