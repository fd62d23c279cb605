package outpost.outbox.internal;

import java.security.KeyPair;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.LongStream;
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
        return event(number, new HlcStamp(1_000 + number, 0), "{\"of\":\"" + pos + "\",\"n\":" + number + "}");
    }

    Event event(long number, HlcStamp stamp, String payload) {
        return Event.signed(
                new EventKey(terminal, pos, number),
                EventType.SALE,
                new BranchId("main"),
                AT,
                stamp,
                payload,
                Event.NO_HASH,
                keys.getPrivate());
    }

    List<Event> events(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(this::event).toList();
    }
}
