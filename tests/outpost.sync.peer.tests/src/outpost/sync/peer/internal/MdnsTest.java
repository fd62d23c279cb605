package outpost.sync.peer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outpost.fixtures.Await;
import outpost.outbox.Identity;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.LaneAddress;

/** On the loopback interface, which carries multicast, too. */
class MdnsTest {
    private final Branch branch = new Branch();

    @Test
    void lanesOfABranchFindEachOtherAndNoOthers() {
        try (Mdns one = new Mdns(self(branch, "T1"));
                Mdns two = new Mdns(self(branch, "T2"));
                Mdns foreign = new Mdns(self(branch.other("second"), "T3"))) {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            one.start(loopback, 8_471);
            two.start(loopback, 8_472);
            foreign.start(loopback, 8_473);

            Await.until("two is found", () -> one.found().equals(Map.of("T2", address(8_472))));
            Await.until("one is found", () -> two.found().equals(Map.of("T1", address(8_471))));
            assertEquals(Map.of(), foreign.found());

            one.close();
            Await.until("one is gone", () -> two.found().isEmpty());
        }
    }

    private static EnrolAnswer self(Branch of, String terminal) {
        Identity identity = of.enrol(terminal, "P-" + terminal).self();
        return identity.enrolment();
    }

    private static LaneAddress address(int port) {
        return new LaneAddress("127.0.0.1", port);
    }
}
