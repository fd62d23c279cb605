package outpost.sync.peer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.Await;
import outpost.protocol.Event;
import outpost.protocol.LaneAddress;
import outpost.protocol.LaneCertificate;
import outpost.protocol.LanesAnswer;

class SocketsTest {
    private final Branch branch = new Branch();

    @Test
    @Tag("A-701")
    void lanesFindEachOtherByTheCloudsListAndCopyWhatTheyWrite() throws Exception {
        try (SocketTill one = new SocketTill(branch.enrol("T1", "P1"));
                SocketTill two = new SocketTill(branch.enrol("T2", "P2"));
                SocketTill three = new SocketTill(branch.enrol("T3", "P3"))) {
            LanesAnswer list = branch.list(Map.of(
                    "T1", List.of(one.listening(branch.list()).toString()),
                    "T2", List.of(two.listening(branch.list()).toString())));
            List.of(one, two, three).forEach(till -> till.lanes().update(list));
            one.awaitConnected(two, three);
            two.awaitConnected(one, three);

            Event first = one.events.append("{\"n\":1}");
            Event second = three.events.append("{\"n\":\"" + "ü".repeat(100_000) + "\"}");

            for (SocketTill till : List.of(one, two, three)) {
                Await.until("both are here", () -> till.events.keys().equals(Set.of(first.key(), second.key())));
            }
            Await.until("it knows", () -> one.events.peersWith(first.key()).equals(Set.of(two.id(), three.id())));
        }
    }

    @Test
    void aLaneThatWasAwayComesBackByItself() throws Exception {
        try (SocketTill one = new SocketTill(branch.enrol("T1", "P1"))) {
            LaneAddress address = one.listening(branch.list());
            try (SocketTill two = new SocketTill(branch.enrol("T2", "P2"), address)) {
                one.lanes().update(branch.list());
                two.lanes().update(branch.list());
                one.awaitConnected(two);

                two.close();
                one.awaitConnected();
                Event sale = one.events.append("{}");
                two.start();

                one.awaitConnected(two);
                Await.until("it has what it missed", () -> two.events.keys().contains(sale.key()));
            }
        }
    }

    @Test
    @Tag("A-702")
    void aTillThatBurntDownGetsAllThatANeighbourHadAcknowledged() throws Exception {
        try (SocketTill two = new SocketTill(branch.enrol("T2", "P2"))) {
            LaneAddress address = two.listening(branch.list());
            List<Event> acknowledged = new ArrayList<>();
            try (SocketTill burnt = new SocketTill(branch.enrol("T1", "P1"), address)) {
                burnt.lanes().update(branch.list());
                two.lanes().update(branch.list());
                burnt.awaitConnected(two);
                for (int i = 0; i < 500; i++) {
                    acknowledged.add(burnt.events.append("{\"n\":" + i + "}"));
                }
                Await.until("all is on the other disk", () -> acknowledged.stream()
                        .allMatch(event -> burnt.events.peersWith(event.key()).contains(two.id())));
            }

            try (SocketTill rebuilt = new SocketTill(branch.enrol("T1", "P9"), address)) {
                rebuilt.lanes().update(branch.list());
                two.lanes().update(branch.list());

                Await.until("nothing is missing", () -> rebuilt.events
                        .keys()
                        .containsAll(acknowledged.stream().map(Event::key).toList()));
            }
        }
    }

    @Test
    @Tag("A-704")
    void nobodyButALaneOfTheBranchGetsAWord() throws Exception {
        try (SocketTill one = new SocketTill(branch.enrol("T1", "P1"))) {
            one.events.append("{}");
            TestTerminal former = branch.enrol("T2", "P2");
            LaneCertificate formers = certificate(branch, former);
            TestTerminal current = branch.enrol("T2", "P3");
            TestTerminal revoked = branch.enrol("T3", "P4");
            LaneCertificate revokeds = certificate(branch, revoked);
            branch.revoke("T3");
            LaneAddress address = one.listening(branch.list());
            Branch second = branch.other("second");
            TestTerminal neighbours = second.enrol("F1", "P7");
            Branch elsewhere = new Branch();
            TestTerminal pretender = elsewhere.enrol("T2", "P8");
            LaneCertificate good = certificate(branch, current);

            assertFalse(answers(address, Optional.empty(), current));
            assertFalse(answers(address, Optional.of(good), former), "a certificate without its key");
            assertFalse(answers(address, Optional.of(formers), former), "a lane that enrolled anew");
            assertFalse(answers(address, Optional.of(revokeds), revoked), "a lane that is none any more");
            assertFalse(answers(address, Optional.of(certificate(second, neighbours)), neighbours), "another branch");
            assertFalse(answers(address, Optional.of(certificate(elsewhere, pretender)), pretender), "another cloud");
            assertFalse(answers(new Socket(InetAddress.getLoopbackAddress(), address.port())), "without TLS");
            assertEquals(Set.of(), one.lanes().connected());

            assertTrue(answers(address, Optional.of(good), current), "the lane itself");
        }
    }

    @Test
    @Tag("A-704")
    void aLaneThatIsNoneAnyMoreIsHungUpOn() throws Exception {
        try (SocketTill one = new SocketTill(branch.enrol("T1", "P1"))) {
            LaneAddress address = one.listening(branch.list());
            try (SocketTill two = new SocketTill(branch.enrol("T2", "P2"), address)) {
                one.lanes().update(branch.list());
                two.lanes().update(branch.list());
                one.awaitConnected(two);

                branch.revoke("T2");
                one.lanes().update(branch.list());

                one.awaitConnected();
                two.awaitConnected();
            }
        }
    }

    @Test
    void aLaneDoesNotTalkToSomebodyElseAtAKnownAddress() throws Exception {
        Branch second = branch.other("second");
        try (SocketTill foreign = new SocketTill(second.enrol("F1", "P7"))) {
            LaneAddress address = foreign.listening(second.list());
            try (SocketTill one = new SocketTill(branch.enrol("T1", "P1"), address)) {
                one.lanes().update(branch.list());
                Calls calls = new Calls(System::nanoTime, new Random(1));
                KnownLanes known = known(one.terminal);
                Talks nobody = new Talks(
                        new LaneLoop(() -> {}, () -> {}, System::nanoTime),
                        new Lane(
                                one.terminal,
                                one.events,
                                new Tills.LaneTime(),
                                known,
                                (from, topic, body) -> {},
                                Clock.systemUTC(),
                                System::nanoTime));
                LaneClient client = new LaneClient(address, new LaneTls(known, one.terminal), nobody, known, calls);

                assertFalse(client.connectBlocking(), "the handshake fails");
                assertEquals(Set.of(), one.lanes().connected());
            }
        }
    }

    private KnownLanes known(TestTerminal terminal) {
        KnownLanes known = new KnownLanes(new PlainStore(), terminal);
        known.update(branch.list());
        return known;
    }

    private static LaneCertificate certificate(Branch of, TestTerminal terminal) {
        KnownLanes known = new KnownLanes(new PlainStore(), terminal);
        known.update(of.list());
        return known.own().orElseThrow();
    }

    private static boolean answers(LaneAddress address, Optional<LaneCertificate> shown, TestTerminal terminal)
            throws Exception {
        return answers(Stranger.with(shown, terminal.privateKey())
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), address.port()));
    }

    /** Whether the lane says a single word of HTTP. */
    private static boolean answers(Socket lane) throws IOException {
        try (lane) {
            lane.setSoTimeout(10_000);
            lane.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: lane\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            lane.getOutputStream().flush();
            return lane.getInputStream().read() == 'H';
        } catch (SSLException | SocketException refused) {
            return false;
        }
    }
}
