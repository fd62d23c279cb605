package outpost.ui;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductField;
import outpost.protocol.Sibling;
import outpost.protocol.stock.StockPayload;
import outpost.values.BranchId;
import outpost.values.Dot;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;
import outpost.values.VersionVector;

/** Another lane of the branch, whose events reach this till. */
final class Neighbour {
    private static final PosId POS = new PosId("pos-of-till-2");
    private static final TerminalId TERMINAL = new TerminalId("till-2");

    private final LiveTill till;
    private final PrivateKey key;
    private long number;

    Neighbour(LiveTill till) {
        this.till = till;
        try {
            key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It has seen the cloud's product up to that change, and nothing of this till. */
    void changesPrice(String productId, long seenOfTheCloud, long priceMinor) {
        HlcStamp at = stamp();
        ProductEdit.Change change = new ProductEdit.Change(
                ProductField.PRICE,
                Optional.of(Json.write(priceMinor)),
                VersionVector.of(new Dot(Sibling.CLOUD, seenOfTheCloud)));
        tells(EventType.PRODUCT_EDIT, at, Json.write(new ProductEdit(productId, POS, at, "Ben", List.of(change))));
    }

    void moves(StockPayload stock) {
        tells(EventType.STOCK, stamp(), Json.write(stock));
    }

    private HlcStamp stamp() {
        return new HlcStamp(Instant.now().toEpochMilli(), 0);
    }

    private void tells(EventType type, HlcStamp at, String payload) {
        number++;
        Event event = Event.signed(
                new EventKey(TERMINAL, POS, number),
                type,
                new BranchId("main"),
                Instant.ofEpochMilli(at.millis()).atZone(ZoneId.of("Europe/London")),
                at,
                payload,
                Event.NO_HASH,
                key);
        till.service(BranchEvents.class).store(List.of(event));
    }
}
