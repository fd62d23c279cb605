package outpost.update.internal.running;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.InstalledProgram;
import outpost.protocol.Release;
import outpost.store.LocalSettings;
import outpost.store.Store;
import outpost.update.Installed.Setback;
import outpost.update.Refusal;
import outpost.update.internal.UpdateException;
import outpost.update.internal.Updater;
import outpost.update.internal.slots.Home;
import outpost.update.internal.slots.Pointer;
import outpost.update.internal.slots.Slot;

/** The installation that this running till was started from, where it is one of two slots; the starter says so in the environment. */
@Component(service = {OwnHome.class, InstalledProgram.class})
public final class OwnHome implements InstalledProgram {
    private static final Logger LOG = LoggerFactory.getLogger(OwnHome.class);

    private final Optional<Updater> updater;
    /** What the pointer named when this till started: from then on it names what the next start starts. */
    private final Optional<Slot> running;

    private volatile Optional<Setback> setback = Optional.empty();

    @Activate
    public OwnHome(@Reference LocalSettings settings, @Reference Store store) {
        this(settings, store, Clock.systemUTC());
    }

    public OwnHome(LocalSettings settings, Store store, Clock clock) {
        updater = settings.text("update.home").flatMap(home -> open(Path.of(home), store.directory(), clock));
        running = updater.map(known -> known.home().pointer().slot());
        updater.ifPresent(this::lookBack);
    }

    /** Empty if this till was not started by a starter. */
    Optional<Updater> updater() {
        return updater;
    }

    /** The slot that this till was started from; there is one exactly where there is an updater. */
    Slot running() {
        return running.orElseThrow();
    }

    @Override
    public Optional<String> release() {
        return updater.flatMap(known -> known.home().release(running.orElseThrow()))
                .map(Release::title);
    }

    @Override
    public Optional<String> problem() {
        return setback.map(known -> known.release() + ": " + known.why().english());
    }

    Optional<Setback> setback() {
        return setback;
    }

    /** Until the next update, whoever watches this till is to know that. */
    void remember(Setback known) {
        setback = Optional.of(known);
    }

    void forgetSetback() {
        setback = Optional.empty();
    }

    private void lookBack(Updater known) {
        Pointer pointer = known.home().pointer();
        if (pointer.is(Pointer.Reason.UNDONE)) {
            String release = known.home()
                    .release(pointer.slot().other())
                    .map(Release::title)
                    .orElse("the till as it was first installed");
            known.rememberUndone();
            remember(new Setback(release, new Refusal(Refusal.Reason.WENT_BACK, List.of())));
            LOG.warn("{}", problem().orElseThrow());
        }
    }

    private static Optional<Updater> open(Path home, Path data, Clock clock) {
        try {
            return Optional.of(Updater.of(Home.at(home), data, clock));
        } catch (UpdateException e) {
            LOG.warn("This till cannot be updated: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
