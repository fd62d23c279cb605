package outpost.cloud.internal.web;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.Settings.Rates;
import outpost.cloud.internal.access.Caller;
import outpost.values.TenantId;

/** Keeps one terminal, or one tenant, from taking the whole cloud. Each node counts for itself what it serves; there are as many counters as callers with a token. */
final class RateLimits {
    private final Rates rates;
    private final Clock clock;
    private final Map<Caller.Lane, Rate> terminals = new ConcurrentHashMap<>();
    private final Map<TenantId, Rate> tenants = new ConcurrentHashMap<>();

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

    private static void require(long waitSeconds, String whose) {
        if (waitSeconds > 0) {
            throw RefusedException.tooOften(
                    waitSeconds, "This " + whose + " calls too often; come again in " + waitSeconds + " seconds");
        }
    }
}
