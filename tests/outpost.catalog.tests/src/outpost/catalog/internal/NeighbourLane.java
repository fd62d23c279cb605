package outpost.catalog.internal;

import java.security.KeyPair;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductEdit.Change;
import outpost.protocol.ProductField;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;
import outpost.values.VersionVector;

/** Another lane of the branch, which writes edits as events of its own. */
final class NeighbourLane {
    private final TerminalId terminal;
    private final PosId pos;
    private final KeyPair keys = Ed25519.newKeyPair();
    private long last;
    private String lastHash = Event.NO_HASH;

    NeighbourLane(String terminal, String pos) {
        this.terminal = new TerminalId(terminal);
        this.pos = new PosId(pos);
    }

    TerminalId terminal() {
        return terminal;
    }

    Event edit(long millis, ProductField field, String value, VersionVector seen) {
        ProductEdit edit = new ProductEdit(
                CloudModel.PRODUCT,
                pos,
                new HlcStamp(millis, 0),
                "Grace",
                List.of(new Change(field, Optional.of(value), seen)));
        return event(EventType.PRODUCT_EDIT, millis, Json.write(edit));
    }

    Event event(EventType type, long millis, String payload) {
        Event event = Event.signed(
                new EventKey(terminal, pos, ++last),
                type,
                new BranchId("main"),
                ZonedDateTime.parse("2026-01-31T10:15:30+01:00[Europe/Berlin]"),
                new HlcStamp(millis, 1),
                payload,
                lastHash,
                keys.getPrivate());
        lastHash = event.hash();
        return event;
    }
}
