package outpost.sync.peer.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import outpost.outbox.BranchTime;
import outpost.protocol.Event;
import outpost.protocol.Json;
import outpost.values.HlcStamp;
import outpost.values.TerminalId;

/** Lanes on one thread, on simulated time, over lines that carry messages as text and can be cut. */
final class Tills {
    private final Branch branch = new Branch();
    private final Map<String, Till> tills = new LinkedHashMap<>();
    private final Deque<Runnable> wire = new ArrayDeque<>();
    private long nanos;

    /** A till of the branch that knows the cloud's list of this moment. */
    Till enrol(String terminal, String posId) {
        Till till = new Till(branch.enrol(terminal, posId));
        tills.put(terminal, till);
        tills.values().forEach(each -> each.known.update(branch.list()));
        return till;
    }

    /** Connects two lanes; the first one dials. */
    Link connect(Till one, Till other) {
        Link link = new Link(one, other);
        link.open();
        return link;
    }

    /** Delivers all that is under way, and what that brings about. */
    void settle() {
        while (!wire.isEmpty()) {
            wire.remove().run();
        }
    }

    /** Lets that time pass, second by second. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            nanos += Duration.ofSeconds(1).toNanos();
            tills.values().forEach(till -> till.lane.tick());
            settle();
        }
    }

    final class Till {
        final TestTerminal terminal;
        final MemoryEvents events;
        final KnownLanes known;
        final Lane lane;
        final LaneTime time = new LaneTime();
        final List<String> notes = new ArrayList<>();

        private Till(TestTerminal terminal) {
            this.terminal = terminal;
            events = new MemoryEvents(terminal);
            known = new KnownLanes(new PlainStore(), terminal);
            Clock clock = Clock.fixed(Instant.parse("2026-01-31T10:15:30Z"), ZoneOffset.UTC);
            lane = new Lane(
                    terminal,
                    events,
                    time,
                    known,
                    (from, topic, body) -> notes.add(from + " " + topic + " " + body),
                    clock,
                    () -> nanos);
            events.onChange(() -> wire.add(lane::changed));
        }

        TerminalId id() {
            return terminal.self().enrolment().terminalId();
        }

        Event sell() {
            return events.append("{}");
        }

        void sell(int times) {
            for (int i = 0; i < times; i++) {
                sell();
            }
        }
    }

    /** Two ends and what is under way between them. */
    final class Link {
        private final Till one;
        private final Till other;
        private Optional<Conversation> ones = Optional.empty();
        private Optional<Conversation> others = Optional.empty();
        private boolean cut;
        private boolean silent;

        private Link(Till one, Till other) {
            this.one = one;
            this.other = other;
        }

        private void open() {
            ones = one.lane.open(other.id(), true, line(() -> others));
            others = other.lane.open(one.id(), false, line(() -> ones));
        }

        /** What was under way is lost, and both ends see it. */
        void cut() {
            cut = true;
            ones.ifPresent(one.lane::closed);
            others.ifPresent(other.lane::closed);
        }

        /** What is sent from now on is lost, and nobody sees it. */
        void fallSilent() {
            silent = true;
        }

        boolean isCut() {
            return cut;
        }

        /** Something that the other end never said. */
        void inject(Message message) {
            others.ifPresent(conversation -> wire.add(() -> conversation.received(message)));
        }

        private Line line(Supplier<Optional<Conversation>> to) {
            return new Line() {
                @Override
                public void send(Message message) {
                    String text = Json.write(message);
                    boolean lost = silent;
                    wire.add(() -> {
                        if (!cut && !lost) {
                            deliver(to.get(), Json.read(text, Message.class));
                        }
                    });
                }

                @Override
                public void close(String reason) {
                    cut();
                }
            };
        }

        private void deliver(Optional<Conversation> conversation, Message message) {
            try {
                conversation.ifPresent(open -> open.received(message));
            } catch (IllegalStateException diskIsFull) {
                cut();
            }
        }
    }

    static final class LaneTime implements BranchTime {
        Optional<Duration> offset = Optional.empty();
        Optional<Duration> told = Optional.empty();

        @Override
        public Instant now() {
            return Instant.parse("2026-01-31T10:15:30Z").plus(offset.orElse(Duration.ZERO));
        }

        @Override
        public HlcStamp next() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean receive(HlcStamp stamp) {
            throw new UnsupportedOperationException("the store's");
        }

        @Override
        public Optional<Duration> offset() {
            return offset;
        }

        @Override
        public void measured(Duration measured, Source source) {
            told = Optional.of(measured);
        }
    }
}
