package outpost.cloud.internal.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.Settings.Rates;
import outpost.cloud.internal.access.Caller;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

class RateTest {
    @Test
    void tenSecondsWorthMayComeAtOnceAndThenTheAverageCounts() {
        Rate rate = new Rate(2, 0);

        assertEquals(20, served(rate, 0));
        assertEquals(1, rate.take(0));
        assertEquals(1, served(rate, 500));
        assertEquals(2, served(rate, 1_500));
        assertEquals(20, served(rate, 1_000_000));
        assertEquals(0, served(rate, 0), "a clock that was set back gives nothing");
        assertEquals(2, served(rate, 1_000));
    }

    @Test
    void aTenantsTerminalsShareItsRate() {
        RateLimits limits = new RateLimits(new Rates(5, 1, 1), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        List<Caller.Lane> lanes =
                IntStream.range(0, 11).mapToObj(i -> lane("one", "T" + i)).toList();

        lanes.subList(0, 10).forEach(limits::count);

        RefusedException refused = assertThrows(RefusedException.class, () -> limits.count(lanes.get(10)));
        assertEquals(429, refused.status());
        assertEquals(1, refused.retryAfterSeconds());
        limits.count(lane("other", "T1"));
    }

    private static Caller.Lane lane(String tenant, String terminal) {
        return new Caller.Lane(new TenantId(tenant), new BranchId("main"), new TerminalId(terminal));
    }

    private static long served(Rate rate, long atMillis) {
        return LongStream.range(0, 50).filter(i -> rate.take(atMillis) == 0).count();
    }
}
