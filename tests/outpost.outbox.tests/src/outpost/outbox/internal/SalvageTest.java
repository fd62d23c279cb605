package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.outbox.Identity;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.values.EventKey;

/** What a till makes of a database that the disk has spoilt. */
class SalvageTest {
    private static final int PAGE = 4096;
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int ROUNDS = 25;

    @TempDir
    private Path folder;

    private LiveTill till;
    private Identity before;
    private String publicKey;
    private final List<Event> written = new ArrayList<>();

    @BeforeEach
    void sell() {
        till = new LiveTill(folder);
        before = till.enrol("GBP");
        publicKey = till.terminal().publicKey();
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    @Tag("A-120")
    void aTillWhoseFileIsDamagedIsTheSameTerminalAndBringsWhatTheFileStillHolds() throws Exception {
        sell(30, 40);
        sell(1, 20_000);
        acknowledge(10);
        Lane neighbour = Lane.named("till-2", "PEER");
        till.service(BranchEvents.class).store(neighbour.events(1, 5));
        till.close();
        spoil(folder.resolve("outpost.db"), 0, 3 * PAGE);

        restartAfterASuddenEnd();

        Identity now = till.terminal().identity().orElseThrow();
        assertEquals(before.enrolment(), now.enrolment());
        assertEquals(before.cloud(), now.cloud());
        assertEquals(publicKey, till.terminal().publicKey());
        assertNotEquals(before.posId(), now.posId(), "numbers are not given twice");
        BranchEvents branch = till.service(BranchEvents.class);
        awaitSalvaged();
        assertEquals(Set.copyOf(written), Set.copyOf(branch.events(before.posId(), 0, 1_000, 1 << 30)));
        assertEquals(neighbour.events(1, 5), branch.events(neighbour.pos(), 0, 1_000, 1 << 30));
        assertEquals(21, till.outbox().take(1_000, 1 << 30).size(), "at once, without what the cloud has");
        assertEquals(5, branch.forward(branch.mark()), "the neighbour's, when it had time to do it itself");
    }

    @Test
    void whatIsStillInTheLogOfAKilledTillIsReadFromThere() throws Exception {
        sell(12, 300);
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve("outpost.db"), copy.resolve("outpost.db"));
        Files.copy(folder.resolve("outpost.db-wal"), copy.resolve("outpost.db-wal"));
        spoil(copy.resolve("outpost.db"), 0, 1 << 30);

        assertEquals(keys(written), found(copy).keySet());
    }

    @Test
    @Tag("A-120")
    void whateverIsSpoiltNothingThatIsReadIsWrongAndNothingIsMissedThatIsWhole() throws Exception {
        sell(120, 100);
        sell(3, 9_000);
        acknowledge(40);
        till.close();
        Path sound = folder.resolve("outpost.db");
        Map<EventKey, Event> truth = new HashMap<>();
        written.forEach(event -> truth.put(event.key(), event));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int spoilt = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path place = Files.createDirectories(folder.resolve("round-" + round));
            Path file = Files.copy(sound, place.resolve("outpost.db"));
            int page = random.nextInt((int) (Files.size(file) / PAGE));
            spoil(file, (long) page * PAGE + random.nextInt(PAGE / 2), 1 + random.nextInt(PAGE / 2));
            Map<EventKey, Event> found = found(place);
            String told = "seed " + seed + " round " + round + " page " + page;
            found.forEach((key, event) -> assertEquals(truth.get(key), event, told));
            int missing = truth.size() - found.size();
            assertTrue(missing <= rowsThatFit(), told + ": " + missing + " are missing");
            spoilt += missing > 0 ? 1 : 0;
        }
        assertTrue(spoilt > 0, "seed " + seed + ": no round has hit an event");
    }

    @Test
    void aTillThatNobodyCanTellWhoItWasIsEnrolledAnewAndThenTakesItUp() throws Exception {
        sell(4, 10);
        till.close();
        spoil(folder.resolve("outpost.db"), 0, PAGE);
        Files.delete(folder.resolve("terminal.json"));

        restartAfterASuddenEnd();

        assertEquals(Optional.empty(), till.terminal().identity());
        assertEquals(1, till.store().setAside().size());
    }

    @Test
    void aKeyThatCannotBeOpenedAnyMoreStopsNoTillFromStarting() throws Exception {
        till.close();
        spoil(folder.resolve("outpost.db"), 0, PAGE);
        Files.delete(folder.resolve("vault.key"));

        restartAfterASuddenEnd();

        assertEquals(Optional.empty(), till.terminal().identity());
        assertEquals("GBP", till.enrol("GBP").enrolment().currency(), "it can be enrolled again");
    }

    private void sell(int events, int chars) {
        for (int i = 0; i < events; i++) {
            String payload = "{\"n\":\"" + i + "x".repeat(chars) + "\"}";
            EventKey key =
                    till.store().write(transaction -> till.outbox().append(transaction, EventType.SHIFT, payload));
            written.addAll(till.service(BranchEvents.class).events(key.posId(), key.localEventId() - 1, 1, 1 << 30));
        }
    }

    private void acknowledge(int events) {
        List<Event> sent = till.outbox().take(events, 1 << 30);
        List<EventAnswer> answers = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            answers.add(new EventAnswer(i, EventAnswer.Status.ACCEPTED, Optional.empty(), Optional.empty()));
        }
        till.outbox().settle(sent, answers);
    }

    private void restartAfterASuddenEnd() throws IOException {
        Files.writeString(folder.resolve("outpost.lock"), "4711");
        till.restart();
    }

    private void awaitSalvaged() {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (till.store()
                .read(transaction ->
                        transaction.number("SELECT count(*) FROM sync_metadata WHERE name = 'salvaged'") == 0)) {
            assertTrue(System.nanoTime() < deadline, "the damaged file has not been read");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private Map<EventKey, Event> found(Path place) throws IOException {
        Map<EventKey, Event> found = new HashMap<>();
        new DamagedFile(place, before.enrolment().terminalId(), Ed25519.publicKey(publicKey))
                .forEach(each -> found.put(each.event().key(), each.event()));
        return found;
    }

    /** As many as one page can hold at most: no row is shorter than the texts in it. */
    private int rowsThatFit() {
        return PAGE / written.stream().mapToInt(SalvageTest::texts).min().orElseThrow();
    }

    private static int texts(Event event) {
        return Stream.of(
                        event.terminalId().value(),
                        event.posId().value(),
                        event.type().wireName(),
                        event.branchId().value(),
                        event.previousHash(),
                        event.payload(),
                        event.payloadHash(),
                        event.hash(),
                        event.signature())
                .mapToInt(String::length)
                .sum();
    }

    private static Set<EventKey> keys(Collection<Event> events) {
        return events.stream().map(Event::key).collect(Collectors.toCollection(HashSet::new));
    }

    private static void spoil(Path file, long from, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] junk = new byte[(int) Math.max(0, Math.min(length, channel.size() - from))];
            new Random(length).nextBytes(junk);
            channel.write(ByteBuffer.wrap(junk), from);
        }
    }
}
