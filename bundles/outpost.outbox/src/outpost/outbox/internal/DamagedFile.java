package outpost.outbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Sha256;
import outpost.values.BranchId;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * The events in a damaged database file. They are looked for page by page, so that neither its header nor its inner order need be whole; and each must have the
 * hashes of what it says, so that nothing which the damage has changed is taken for true.
 */
final class DamagedFile {
    /** Where a row of the table {@code outbox} has its columns; later versions only add behind. */
    private static final int STATE = 14;

    private final Path folder;
    private final TerminalId own;
    private final PublicKey ownKey;

    /** @param ownKey of the terminal {@code own}, whose events must bear its signature too */
    DamagedFile(Path folder, TerminalId own, PublicKey ownKey) {
        this.folder = folder;
        this.own = own;
        this.ownKey = ownKey;
    }

    /** Shows each event that can be read, in no order, and some perhaps twice. */
    void forEach(Consumer<Found> taker) throws IOException {
        try (Pages pages = new Pages(folder)) {
            LeafRows rows = new LeafRows(pages);
            int count = pages.count();
            for (int number = 1; number <= count; number++) {
                rows.forEach(number, row -> event(row)
                        .filter(this::isWhole)
                        .ifPresent(event -> taker.accept(new Found(event, text(row, STATE)))));
            }
        }
    }

    private boolean isWhole(Event event) {
        return event.terminalId().equals(own)
                ? event.isAuthentic(ownKey)
                : event.payloadHash().equals(Sha256.hex(event.payload()))
                        && event.hash().equals(event.expectedHash());
    }

    private static Optional<Event> event(List<Optional<Object>> row) {
        if (row.size() <= STATE || !(row.get(3).orElse("") instanceof Long number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Event(
                    new TerminalId(text(row, 1)),
                    new PosId(text(row, 2)),
                    number,
                    new EventType(text(row, 4)),
                    new BranchId(text(row, 5)),
                    text(row, 6),
                    HlcStamp.parse(text(row, 7)),
                    text(row, 8),
                    text(row, 9),
                    text(row, 10),
                    text(row, 11),
                    text(row, 12)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(List<Optional<Object>> row, int column) {
        return row.get(column)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    /** @param state how far it had come there, as the table says it */
    record Found(Event event, String state) {
        boolean isAtCloud() {
            return state.equals("acknowledged");
        }

        /** Written again under another number, or given up: not to be told once more. */
        boolean isSettled() {
            return state.equals("superseded") || state.equals("discarded");
        }
    }
}
