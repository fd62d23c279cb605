package outpost.outbox.internal;

import java.security.KeyPair;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import outpost.outbox.BranchEvents.Delivered;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** Another lane of the branch, or another copy of a till's file: it numbers and signs events of its own. */
record Lane(TerminalId terminal, PosId pos, KeyPair keys) {
    static final ZonedDateTime AT = ZonedDateTime.parse("2026-01-31T10:15:30.5+01:00[Europe/Berlin]");

    static Lane named(String terminal, String pos) {
        return new Lane(new TerminalId(terminal), new PosId(pos), Ed25519.newKeyPair());
    }

    Event event(long number) {
        return events(number, number).get(0);
    }

    /** One that follows none. */
    Event event(long number, HlcStamp stamp, String payload) {
        return event(number, stamp, payload, Event.NO_HASH);
    }

    /** The one after that, whatever that is. */
    Event following(Event event) {
        return event(event.localEventId() + 1, new HlcStamp(event.hlc().millis() + 1, 0), "{}", event.hash());
    }

    /** The cloud has them up to that number. */
    Delivered delivered(long upTo) {
        return new Delivered(upTo, event(upTo).hash());
    }

    private Event event(long number, HlcStamp stamp, String payload, String previousHash) {
        return Event.signed(
                new EventKey(terminal, pos, number),
                EventType.SALE,
                new BranchId("main"),
                AT,
                stamp,
                payload,
                previousHash,
                keys.getPrivate());
    }

    /** A piece of its chain, which is the same whenever it is asked for. */
    List<Event> events(long first, long last) {
        List<Event> chain = new ArrayList<>();
        String previousHash = Event.NO_HASH;
        for (long number = 1; number <= last; number++) {
            String payload = "{\"of\":\"" + pos + "\",\"n\":" + number + "}";
            chain.add(event(number, new HlcStamp(1_000 + number, 0), payload, previousHash));
            previousHash = chain.get(chain.size() - 1).hash();
        }
        return List.copyOf(chain.subList((int) first - 1, chain.size()));
    }
}
