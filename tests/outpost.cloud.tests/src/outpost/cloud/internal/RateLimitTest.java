package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.Settings.Rates;
import outpost.protocol.Event;

/** A till that calls too often is told when to come again, and stands in nobody's way. */
class RateLimitTest extends OnOneCloud {
    private static final int AT_ONCE = 10 * Rates.DEFAULT.perTerminal();

    @Override
    boolean alone() {
        return true;
    }

    @Test
    @Tag("A-907")
    void aTerminalThatCallsTooOftenIsToldWhenToComeAgain() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(till.tenant()));
        Event sale = till.sale(1);
        IntStream.range(0, AT_ONCE)
                .forEach(i -> till.get("sync/stream?pos=pos-1").ok());

        Answer refused = till.tryPush(List.of(sale)).refused(429, "POS_SYNC_RATE_LIMITED");

        assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(0, cloud.summary(till.tenant()).get("events").asInt());
        neighbour.get("sync/stream?pos=pos-1").ok();
        cloud.clock().advance(Duration.ofSeconds(1));
        till.push(sale);
        assertEquals(1, cloud.summary(till.tenant()).get("events").asInt());
        IntStream.range(1, Rates.DEFAULT.perTerminal())
                .forEach(i -> till.get("sync/stream?pos=pos-1").ok());
        till.get("sync/stream?pos=pos-1").refused(429, "POS_SYNC_RATE_LIMITED");
    }
}
