package outpost.simulation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The line between one till and the cloud. What goes over it gets lost, comes twice, comes late, or is cut off, as the seed has it. */
final class Line {
    private static final Duration REFUSED = Duration.ofMillis(20);
    private static final Duration QUICK = Duration.ofMillis(5);
    private static final Duration USUAL = Duration.ofMillis(120);
    private static final Duration LATE = Duration.ofSeconds(90);

    private final World world;
    private final String name;
    private final Supplier<Fiber> caller;
    private final Runnable arrived;
    private final Set<Fault> faults;
    private boolean down;

    /**
     * @param caller the program that calls at this moment
     * @param arrived hears that an answer is there, before the caller does
     */
    Line(World world, String name, Supplier<Fiber> caller, Runnable arrived) {
        this.world = world;
        this.name = name;
        this.caller = caller;
        this.arrived = arrived;
        this.faults = world.faults();
    }

    /**
     * What arrives of an answer.
     *
     * @param bytes so many of its body, before the connection breaks if those are not all
     */
    record Arrival(Exchange.Answer answer, int bytes) {
        boolean isWhole() {
            return bytes == answer.body().length;
        }
    }

    void setDown(boolean isDown) {
        down = isDown;
    }

    /** Called by the till's program: sends, and does not wait. */
    Call begin(Exchange.Request request, Duration limit) {
        Call call = new Call(request, limit);
        if (down) {
            world.timeline().after(REFUSED, () -> call.end(Outcome.REFUSED));
        } else {
            send(call, request);
        }
        return call;
    }

    private void send(Call call, Exchange.Request request) {
        if (happens(Fault.DROP, 12)) {
            world.trace().note(name, request.path() + ": lost");
            return;
        }
        world.timeline().after(delay(), () -> deliver(Optional.of(call), request));
        if (happens(Fault.DUPLICATE, 12)) {
            world.timeline().after(delay().plus(delay()), () -> deliver(Optional.empty(), request));
        }
    }

    /** @param call who waits for the answer; nobody, where the line itself sends a second time */
    private void deliver(Optional<Call> call, Exchange.Request request) {
        Optional<Exchange.Answer> answer;
        try {
            answer = world.cloud().answer(name, request);
        } catch (PowerCut died) {
            // Nobody is left who would answer: the caller waits in vain.
            return;
        }
        if (call.isEmpty()) {
            return;
        }
        if (answer.isEmpty()) {
            world.timeline().after(REFUSED, () -> call.get().end(Outcome.REFUSED));
        } else if (happens(Fault.DROP, 12)) {
            world.trace().note(name, request.path() + ": answer lost");
        } else {
            int length = answer.get().body().length;
            boolean cut = length > 0 && happens(Fault.CUT, 8);
            int bytes = cut ? world.chance().below(length) : length;
            if (cut) {
                world.trace().note(name, request.path() + ": answer cut after " + bytes + " of " + length);
            }
            Outcome arrives = new Outcome(false, Optional.of(new Arrival(answer.get(), bytes)));
            world.timeline().after(delay(), () -> call.get().end(arrives));
        }
    }

    private Duration delay() {
        return happens(Fault.DELAY, 8)
                ? world.chance().between(USUAL, LATE)
                : world.chance().between(QUICK, USUAL);
    }

    private boolean happens(Fault fault, int oneIn) {
        return world.isFaulty() && faults.contains(fault) && world.chance().oneIn(oneIn);
    }

    private record Outcome(boolean refused, Optional<Arrival> arrival) {
        static final Outcome REFUSED = new Outcome(true, Optional.empty());
    }

    /** A request that is on its way. */
    final class Call {
        private final Fiber fiber = caller.get();
        private final Exchange.Request request;
        private final long deadlineNanos;
        private Optional<Outcome> outcome = Optional.empty();
        private boolean over;
        private boolean awaited;

        private Call(Exchange.Request request, Duration limit) {
            this.request = request;
            deadlineNanos = world.timeline().nowNanos() + limit.toNanos();
        }

        /** Waits for the answer, for as long as the request may take. */
        Arrival await() throws IOException {
            awaited = true;
            while (outcome.isEmpty() && left() > 0) {
                fiber.sleep(Duration.ofNanos(left()));
            }
            if (outcome.isEmpty()) {
                over = true;
                world.trace().note(name, request.path() + ": no answer");
                throw new HttpTimeoutException("request timed out");
            }
            if (outcome.get().refused()) {
                throw new ConnectException("Connection refused");
            }
            arrived.run();
            return outcome.get().arrival().orElseThrow();
        }

        /** Nobody waits for it any more; it may still arrive. */
        void abandon() {
            over = true;
        }

        private void end(Outcome arrived) {
            if (!over && outcome.isEmpty() && left() > 0) {
                outcome = Optional.of(arrived);
                if (awaited) {
                    fiber.wake();
                }
            }
        }

        private long left() {
            return deadlineNanos - world.timeline().nowNanos();
        }
    }
}
