package outpost.sync.peer.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import outpost.protocol.LaneAddress;
import outpost.values.TerminalId;

/** Which addresses to dial when: each lane that is not connected, again and again, ever more rarely where nobody answers. Safe for any thread. */
final class Calls {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private final Map<LaneAddress, Call> calls = new HashMap<>();

    /** @param random moves pauses by up to a quarter, so that two lanes do not dial each other in the same moment for ever */
    Calls(LongSupplier nanoTime, RandomGenerator random) {
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /**
     * The addresses to dial now; each counts as being dialled until it {@linkplain #ended has ended}.
     *
     * @param known where lanes are thought to be, with their names where they are known
     * @param connected lanes that need no call
     */
    synchronized List<LaneAddress> due(Map<LaneAddress, Optional<TerminalId>> known, Set<TerminalId> connected) {
        long now = nanoTime.getAsLong();
        calls.keySet().retainAll(union(known.keySet()));
        known.forEach((address, lane) -> calls.computeIfAbsent(address, first -> new Call()));
        return known.keySet().stream()
                .filter(address -> calls.get(address).isDue(now))
                .filter(address ->
                        lane(address, known).filter(connected::contains).isEmpty())
                .peek(address -> calls.get(address).begin())
                .toList();
    }

    /** A lane is there. */
    synchronized void answered(LaneAddress address, TerminalId lane) {
        call(address).ifPresent(call -> call.answeredBy(lane));
    }

    /** The call, or the connection that it became, is over. */
    synchronized void ended(LaneAddress address) {
        call(address).ifPresent(call -> call.end(nanoTime.getAsLong(), random));
    }

    private Optional<TerminalId> lane(LaneAddress address, Map<LaneAddress, Optional<TerminalId>> known) {
        return known.get(address).or(() -> calls.get(address).lane);
    }

    /** What is being dialled stays, though nobody names the address any more: its end is still to come. */
    private Set<LaneAddress> union(Set<LaneAddress> known) {
        Set<LaneAddress> all = new HashSet<>(known);
        calls.forEach((address, call) -> {
            if (call.running) {
                all.add(address);
            }
        });
        return all;
    }

    private Optional<Call> call(LaneAddress address) {
        return Optional.ofNullable(calls.get(address));
    }

    private static final class Call {
        private Optional<TerminalId> lane = Optional.empty();
        private boolean running;
        private boolean answered;
        private long pauseNanos;
        private long notBeforeNanos = Long.MIN_VALUE;

        boolean isDue(long now) {
            return !running && (pauseNanos == 0 || now - notBeforeNanos >= 0);
        }

        void begin() {
            running = true;
            answered = false;
        }

        void answeredBy(TerminalId who) {
            lane = Optional.of(who);
            answered = true;
        }

        void end(long now, RandomGenerator random) {
            running = false;
            long longer = answered ? FIRST_PAUSE.toNanos() : Math.max(FIRST_PAUSE.toNanos(), pauseNanos * 2);
            pauseNanos = Math.min(LONGEST_PAUSE.toNanos(), longer);
            notBeforeNanos = now + random.nextLong(pauseNanos - pauseNanos / 4, pauseNanos + pauseNanos / 4 + 1);
        }
    }
}
