package outpost.sync.peer.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import outpost.outbox.BranchEvents.Delivered;
import outpost.outbox.BranchEvents.Link;
import outpost.outbox.BranchEvents.Range;
import outpost.protocol.Event;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** What one lane says to another, as {@code docs/protocol.md} describes it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Message.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = Message.Have.class, name = "have"),
    @JsonSubTypes.Type(value = Message.Events.class, name = "events"),
    @JsonSubTypes.Type(value = Message.Stored.class, name = "stored"),
    @JsonSubTypes.Type(value = Message.Note.class, name = "note")
})
sealed interface Message {
    /**
     * The first message of each side.
     *
     * @param protocol the version that this lane speaks
     * @param timeMillis its idea of the cloud's time, and {@code knowsCloudTime} whether that was ever measured
     * @param certificates what it knows of the branch's lanes, signed by the cloud
     */
    record Hello(int protocol, long timeMillis, boolean knowsCloudTime, List<String> certificates) implements Message {
        public Hello {
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * What the sender has on its disk.
     *
     * @param connected the lanes that it is connected with: their owners bring it their events themselves
     * @param ends of the pieces of its streams that are one chain of hashes; absent in what older lanes say
     * @param wanted the sender's own events that it lacks, because it has another one under that number; absent where there are none
     * @param setbacks how often the branch has found that the cloud had gone back, as the sender knew before it looked what the cloud has; none in what older lanes say
     */
    record Have(
            List<Stream> streams,
            List<TerminalId> connected,
            List<Link> ends,
            List<Link> wanted,
            Optional<Long> setbacks)
            implements Message {
        public Have {
            streams = List.copyOf(streams);
            connected = List.copyOf(connected);
            ends = ends == null ? List.of() : List.copyOf(ends);
            wanted = wanted == null ? List.of() : List.copyOf(wanted);
            Objects.requireNonNull(setbacks, "setbacks");
        }
    }

    /** Events that the receiver seems not to have. The next ones follow once it has said what of these it stored. */
    record Events(List<Event> events) implements Message {
        public Events {
            events = List.copyOf(events);
        }
    }

    /** Which of the last events are durable here; those that are missing were refused. */
    record Stored(List<Stream> streams) implements Message {
        public Stored {
            streams = List.copyOf(streams);
        }
    }

    /** Something for another bundle at the other lane; it is neither kept nor repeated. */
    record Note(String topic, String body) implements Message {
        public Note {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(body, "body");
        }
    }

    /** Something that only a newer version knows. */
    record Unknown() implements Message {}

    /**
     * Events of one posId.
     *
     * @param ranges rising, not touching
     * @param atCloud what the cloud is known to have; empty in {@link Stored}
     */
    record Stream(TerminalId terminalId, PosId posId, List<Range> ranges, Optional<Delivered> atCloud) {
        public Stream {
            Objects.requireNonNull(atCloud, "atCloud");
            Objects.requireNonNull(terminalId, "terminalId");
            Objects.requireNonNull(posId, "posId");
            ranges = List.copyOf(ranges);
        }
    }
}
