package outpost.service.ui.internal.network;

import java.util.Optional;
import java.util.function.Supplier;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.update.Checkup;
import outpost.update.NetworkFinding;

/** Goes the way to the cloud on request, and knows whether the cloud takes this till. Lives on the UI thread. */
public final class NetworkModel {
    private final Room room;
    private final Terminal terminal;
    private final Supplier<Optional<Checkup>> checkup;
    private final Supplier<Optional<Synchroniser>> synchroniser;
    private Optional<NetworkFinding> finding = Optional.empty();
    private boolean going;

    /** @param synchroniser empty where the sync unit is not installed */
    public NetworkModel(
            Room room,
            Terminal terminal,
            Supplier<Optional<Checkup>> checkup,
            Supplier<Optional<Synchroniser>> synchroniser) {
        this.room = room;
        this.terminal = terminal;
        this.checkup = checkup;
        this.synchroniser = synchroniser;
    }

    Optional<Identity> identity() {
        return terminal.identity();
    }

    /** What was found when the way was last gone; empty before, and while it is gone anew. */
    Optional<NetworkFinding> finding() {
        return finding;
    }

    boolean isGoing() {
        return going;
    }

    boolean canCheck() {
        return !going && checkup.get().isPresent();
    }

    /** What the last cycle of synchronisation has seen. */
    Optional<SyncStatus> status() {
        return synchroniser.get().map(Synchroniser::status);
    }

    /** The cloud is asked by the sync unit too: only that one signs in. */
    void check() {
        Optional<Checkup> present = checkup.get();
        if (going || present.isEmpty()) {
            return;
        }
        going = true;
        finding = Optional.empty();
        synchroniser.get().ifPresent(Synchroniser::syncNow);
        room.act(
                Deed.of("service_network", ""),
                by -> present.get().network(),
                found -> {
                    finding = Optional.of(found);
                    room.fireChanged();
                },
                () -> going = false);
        room.fireChanged();
    }
}
