package outpost.reconcile.ui.internal.health;

import java.util.Locale;
import java.util.Optional;
import outpost.protocol.SyncStatus;

/** How a till is, in one word. The first that holds counts. */
public enum Condition {
    /** Something was refused, and a person must look at it. */
    FAILED,
    /** A product was changed at several places at once. */
    CONFLICT,
    OFFLINE,
    SYNCING,
    /** The line is up, and something has not gone yet. */
    WAITING,
    SYNCED;

    /** @param status empty where nothing here talks with a cloud */
    static Condition of(Optional<SyncStatus> status, long waiting, long parked, long conflicts) {
        boolean refused =
                status.filter(known -> known.line() == SyncStatus.Line.REFUSED).isPresent();
        if (refused || parked > 0) {
            return FAILED;
        }
        if (conflicts > 0) {
            return CONFLICT;
        }
        if (status.isEmpty() || status.get().line() == SyncStatus.Line.OFFLINE) {
            return OFFLINE;
        }
        if (status.get().line() == SyncStatus.Line.UNKNOWN || status.get().activity() != SyncStatus.Activity.IDLE) {
            return SYNCING;
        }
        return waiting > 0 ? WAITING : SYNCED;
    }

    /** For the style sheet. */
    String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
