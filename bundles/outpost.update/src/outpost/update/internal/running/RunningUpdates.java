package outpost.update.internal.running;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Terminal;
import outpost.protocol.Release;
import outpost.update.FieldUpdates;
import outpost.update.FieldUpdates.Outcome.Kind;
import outpost.update.Installed;
import outpost.update.Installed.Beside;
import outpost.update.Installed.Next;
import outpost.update.Refusal;
import outpost.update.Refusal.Reason;
import outpost.update.internal.UpdateException;
import outpost.update.internal.Updater;
import outpost.update.internal.slots.Pointer;
import outpost.update.internal.slots.Slot;
import outpost.update.internal.trust.Offer;
import outpost.update.internal.trust.Source;

/** The updates of the two slots that this till was started from. */
@Component
public final class RunningUpdates implements FieldUpdates {
    private static final Outcome NOTHING_NEW = new Outcome(Kind.NOTHING, "", Optional.empty());

    private final OwnHome home;
    private final Supplier<Optional<String>> channel;

    @Activate
    public RunningUpdates(@Reference OwnHome home, @Reference Terminal terminal) {
        this(home, () -> terminal.identity().map(UpdateWatch::channel));
    }

    private RunningUpdates(OwnHome home, Supplier<Optional<String>> channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * No second public constructor: the component runtime tells them apart by their number of parameters.
     *
     * @param channel of this till's branch; empty as long as it belongs to none
     */
    public static RunningUpdates asking(OwnHome home, Supplier<Optional<String>> channel) {
        return new RunningUpdates(home, channel);
    }

    @Override
    public Optional<Installed> installed() {
        return home.updater()
                .map(updater -> new Installed(
                        home.release(),
                        beside(updater, home.running().other()),
                        next(updater),
                        updater.isPinned(),
                        home.setback()));
    }

    @Override
    public boolean waits() {
        return home.updater().filter(updater -> next(updater) != Next.THE_SAME).isPresent();
    }

    @Override
    public Outcome check(Optional<Path> folder) {
        return attempt(updater -> news(updater, folder)
                .map(offer -> done(offer.release().title()))
                .orElse(NOTHING_NEW));
    }

    @Override
    public Outcome apply(Optional<Path> folder) {
        return attempt(updater -> {
            Optional<Offer> offer = news(updater, folder);
            if (offer.isEmpty()) {
                return NOTHING_NEW;
            }
            Outcome applied = done(install(updater, offer.get()).title());
            home.forgetSetback();
            return applied;
        });
    }

    @Override
    public Outcome rollback() {
        return attempt(updater -> {
            updater.rollback();
            return done("");
        });
    }

    @Override
    public Outcome pin(boolean pinned) {
        return attempt(updater -> {
            if (pinned) {
                updater.pin();
            } else {
                updater.unpin();
            }
            return done("");
        });
    }

    private Next next(Updater updater) {
        Pointer pointer = updater.home().pointer();
        if (pointer.slot() == home.running()) {
            return Next.THE_SAME;
        }
        return pointer.isOnTrial() ? Next.TRIES_BESIDE : Next.GOES_BACK;
    }

    private static Optional<Beside> beside(Updater updater, Slot slot) {
        return updater.home().isWhole(slot)
                ? Optional.of(new Beside(updater.home().release(slot).map(Release::title)))
                : Optional.empty();
    }

    private Optional<Offer> news(Updater updater, Optional<Path> folder) {
        String place = folder.map(Path::toString).or(channel).orElseThrow(() -> new UpdateException(Reason.NO_BRANCH));
        try {
            return updater.offer(Source.of(place)).filter(offer -> updater.isNews(offer.release()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Release install(Updater updater, Offer offer) {
        try {
            return updater.apply(offer);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Outcome attempt(Function<Updater, Outcome> work) {
        try {
            return home.updater().map(work).orElseGet(() -> refused(new Refusal(Reason.NOT_IN_SLOTS, List.of())));
        } catch (UpdateException e) {
            return refused(e.refusal());
        }
    }

    private static Outcome done(String title) {
        return new Outcome(Kind.DONE, title, Optional.empty());
    }

    private static Outcome refused(Refusal why) {
        return new Outcome(Kind.REFUSED, "", Optional.of(why));
    }

    private static UpdateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UpdateException(e, Reason.ENDING);
    }
}
