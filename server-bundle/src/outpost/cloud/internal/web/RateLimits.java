package outpost.cloud.internal.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.Settings.Rates;
import outpost.cloud.internal.access.Caller;
import outpost.values.TenantId;

/** Keeps one terminal, one tenant, or one address without a token from taking the whole cloud. Each node counts for itself what it serves. */
final class RateLimits {
    private static final int MOST_ADDRESSES = 10_000;

    private final Rates rates;
    private final Clock clock;
    private final Map<Caller.Lane, Rate> terminals = new ConcurrentHashMap<>();
    private final Map<TenantId, Rate> tenants = new ConcurrentHashMap<>();

    /** Of these there may be any number: the one that was quiet for the longest time is forgotten. */
    private final Map<String, Rate> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rate> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    RateLimits(Rates rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /** @throws RefusedException if the caller, or its tenant, has called too often; then nothing was done */
    void count(Caller.Lane caller) {
        long now = clock.millis();
        require(
                terminals
                        .computeIfAbsent(caller, lane -> new Rate(rates.perTerminal(), now))
                        .take(now),
                "terminal");
        require(
                tenants.computeIfAbsent(caller.tenant(), tenant -> new Rate(rates.perTenant(), now))
                        .take(now),
                "tenant");
    }

    /** @throws RefusedException if callers without a token have called too often from there; then nothing was done */
    void count(String address) {
        long now = clock.millis();
        Rate rate;
        synchronized (addresses) {
            rate = addresses.computeIfAbsent(address, from -> new Rate(rates.perAddress(), now));
        }
        require(rate.take(now), "address");
    }

    private static void require(long waitSeconds, String whose) {
        if (waitSeconds > 0) {
            throw RefusedException.tooOften(
                    waitSeconds, "This " + whose + " calls too often; come again in " + waitSeconds + " seconds");
        }
    }
}
