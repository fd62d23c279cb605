package outpost.sync.peer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outpost.protocol.LaneAddress;
import outpost.values.TerminalId;

class CallsTest {
    private static final TerminalId LANE = new TerminalId("T2");
    private static final LaneAddress THERE = LaneAddress.parse("10.0.0.2:8470");

    private long nanos;
    private final Calls calls = new Calls(() -> nanos, new Random(1));

    @Test
    void anAddressIsDialledOnceAtATime() {
        assertEquals(List.of(THERE), due(Set.of()));
        pass(Duration.ofHours(1));
        assertEquals(List.of(), due(Set.of()));

        calls.ended(THERE);
        pass(Duration.ofSeconds(2));

        assertEquals(List.of(THERE), due(Set.of()));
    }

    @Test
    void aLaneThatIsConnectedIsNotDialledAtAnyOfItsAddresses() {
        LaneAddress alsoThere = LaneAddress.parse("[fd00::2]:8470");
        Map<LaneAddress, Optional<TerminalId>> both = Map.of(THERE, Optional.of(LANE), alsoThere, Optional.of(LANE));

        assertEquals(List.of(), calls.due(both, Set.of(LANE)));
        assertEquals(Set.of(THERE, alsoThere), Set.copyOf(calls.due(both, Set.of())));
    }

    @Test
    void whoAnsweredAtAConfiguredAddressIsRemembered() {
        due(Set.of());
        calls.answered(THERE, LANE);
        calls.ended(THERE);
        pass(Duration.ofSeconds(2));

        assertEquals(List.of(), due(Set.of(LANE)), "the lane has dialled meanwhile");
        assertEquals(List.of(THERE), due(Set.of()));
    }

    @Test
    void whereNobodyAnswersThePausesGrowToHalfAMinute() {
        List<Long> limits = List.of(2L, 3L, 5L, 10L, 20L, 38L, 38L);
        for (long seconds : limits) {
            assertEquals(List.of(THERE), due(Set.of()));
            calls.ended(THERE);
            assertEquals(List.of(), due(Set.of()));
            pass(Duration.ofSeconds(seconds));
        }
        assertEquals(List.of(THERE), due(Set.of()));

        calls.answered(THERE, LANE);
        calls.ended(THERE);
        pass(Duration.ofSeconds(2));

        assertTrue(due(Set.of()).contains(THERE), "a lane that was there is dialled again at once");
    }

    private List<LaneAddress> due(Set<TerminalId> connected) {
        return calls.due(Map.of(THERE, Optional.empty()), connected);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
