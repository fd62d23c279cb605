package outpost.update.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;
import outpost.update.Refusal;
import outpost.update.internal.install.Director;
import outpost.update.internal.install.Rehearsal;
import outpost.update.internal.slots.Disk;
import outpost.update.internal.slots.Home;
import outpost.update.internal.slots.Pointer;
import outpost.update.internal.slots.Pointer.Reason;
import outpost.update.internal.slots.Slot;
import outpost.update.internal.trust.Offer;
import outpost.update.internal.trust.Publishers;
import outpost.update.internal.trust.Source;

/**
 * Updates a till of two slots. All work is done in the slot that is not used; only the last step, one replaced line, makes it the one that the next start tries.
 * Whatever fails before, the till stays what it is. Calls wait for disk, network and other processes; those that change something do so one at a time.
 */
public final class Updater {
    /** Note: the public keys of who may publish releases. */
    public static final String KEYS = "publishers";
    /** Note: where the running till was told that its updates come from. */
    public static final String CHANNEL = "channel";

    /** Note: the highest number of a release that was believed. */
    public static final String SEEN = "seen";
    /** Note: the number of the release that this till is to stay with. */
    public static final String PINNED = "pinned";
    /** Note: the highest number of a release that was tried and left, which is not taken by itself again. */
    public static final String LEFT = "left";

    private final Home home;
    private final Path data;
    private final Clock clock;
    private final Installer installer;
    private final Proof proof;

    /** @param data the till's data folder, of which the proof takes a copy */
    Updater(Home home, Path data, Clock clock, Installer installer, Proof proof) {
        this.home = home;
        this.data = data;
        this.clock = clock;
        this.installer = installer;
        this.proof = proof;
    }

    /** Installs by p2, and proves by a rehearsal. */
    public static Updater of(Home home, Path data, Clock clock) {
        Director director = new Director(home.state());
        Rehearsal rehearsal = new Rehearsal(home.state());
        return new Updater(home, data, clock, director::install, rehearsal::of);
    }

    /**
     * What the source gives, whether or not this till has it already.
     *
     * @throws UpdateException if it cannot be reached, or what it gives must not be installed
     */
    public Optional<Offer> offer(Source source) throws InterruptedException {
        Optional<Offer> offer = Offer.from(source, publishers());
        offer.map(Offer::release).ifPresent(this::requireFresh);
        return offer;
    }

    /** The number of the release that a slot holds; 0 for a till as it was first installed. */
    public long number(Slot slot) {
        return home.release(slot).map(Release::number).orElse(0L);
    }

    /** Whether a release is newer than what the next start will start. */
    public boolean isNews(Release release) {
        return release.number() > number(home.pointer().slot());
    }

    /**
     * Installs the offered release beside what runs; the next start tries it.
     *
     * @throws UpdateException if it is not newer, this till is pinned, or it fails; the till is what it was, and may go back to what it could go back to before
     */
    public Release apply(Offer offer) throws InterruptedException {
        try (Home.Lock alone = home.lock()) {
            Pointer pointer = home.pointer();
            requireApplicable(offer.release(), pointer);
            Slot idle = pointer.slot().other();
            home.forgetKept(pointer.slot());
            // What an update has kept that the power has cut off, or that did not work.
            home.restore(idle);
            try {
                prepare(offer, pointer.slot(), idle);
            } catch (UpdateException | InterruptedException e) {
                home.restore(idle);
                throw e;
            }
            home.point(Pointer.to(idle, Reason.TRIAL));
            return offer.release();
        }
    }

    /**
     * Lets the next start start what ran before, from this disk alone.
     *
     * @throws UpdateException if there is nothing to go back to
     */
    public void rollback() {
        try (Home.Lock alone = home.lock()) {
            Pointer pointer = home.pointer();
            Slot left = pointer.slot();
            boolean restored = home.restore(left.other());
            if (!home.isWhole(left.other())) {
                throw new UpdateException(Refusal.Reason.NOTHING_BEFORE);
            }
            if (pointer.is(Reason.UNDONE) && !restored) {
                throw new UpdateException(Refusal.Reason.NOTHING_THAT_WORKED);
            }
            leave(number(left));
            home.point(Pointer.to(left.other(), Reason.LEFT));
        }
    }

    /** Keeps this till at what it has, until {@link #unpin}. */
    public void pin() {
        home.keep(PINNED, Long.toString(number(home.pointer().slot())));
    }

    public void unpin() {
        home.forget(PINNED);
    }

    /** Says that what runs has shown that it works. */
    public void confirm() {
        Pointer pointer = home.pointer();
        if (pointer.isOnTrial()) {
            home.point(Pointer.to(pointer.slot()));
            home.forgetKept(pointer.slot());
        }
    }

    /** Remembers the release that did not work, so that it is not taken by itself again. */
    public void rememberUndone() {
        Pointer pointer = home.pointer();
        if (pointer.is(Reason.UNDONE)) {
            leave(number(pointer.slot().other()));
        }
    }

    /** Whether the release was tried on this till and left, by itself or by a person. */
    public boolean wasLeft(Release release) {
        return release.number() <= note(LEFT);
    }

    public boolean isPinned() {
        return home.note(PINNED).isPresent();
    }

    public Home home() {
        return home;
    }

    private void prepare(Offer offer, Slot active, Slot idle) throws InterruptedException {
        Path download = home.state().resolve("download");
        Path slot = home.folder(idle);
        try {
            home.clear(idle);
            Disk.remove(download);
            Files.createDirectories(download);
            offer.fetch(download);
            Disk.copy(home.folder(active), slot, Updater::isPartOfTill);
            installer.install(slot, offer.release(), download);
            proof.of(slot, home.folder(active), data);
            Disk.replace(slot.resolve(SignedRelease.FILE), offer.text());
            home.complete(idle);
        } catch (IOException e) {
            throw new UpdateException("The update cannot be prepared: " + e, e);
        } finally {
            forget(download);
        }
    }

    private void requireApplicable(Release release, Pointer pointer) {
        requireFresh(release);
        if (isPinned()) {
            throw new UpdateException(Refusal.Reason.PINNED);
        }
        if (pointer.isOnTrial()) {
            throw new UpdateException(Refusal.Reason.WAITING);
        }
        if (!isNews(release)) {
            throw new UpdateException(Refusal.Reason.NOT_NEWER, Long.toString(number(pointer.slot())), release.title());
        }
    }

    /** Neither an old release nor an old word about a release is taken, whoever signed it. */
    private void requireFresh(Release release) {
        long seen = note(SEEN);
        if (release.number() < seen) {
            throw new UpdateException(Refusal.Reason.OLDER, Long.toString(seen), release.title());
        }
        if (release.isExpired(clock.instant())) {
            throw new UpdateException(
                    Refusal.Reason.EXPIRED, release.title(), release.expiresAt().toString());
        }
        if (release.number() > seen) {
            home.keep(SEEN, Long.toString(release.number()));
        }
    }

    private void leave(long number) {
        if (number > note(LEFT)) {
            home.keep(LEFT, Long.toString(number));
        }
    }

    private long note(String name) {
        try {
            return home.note(name).map(Long::parseLong).orElse(0L);
        } catch (NumberFormatException e) {
            throw new UpdateException("The note '" + name + "' of this till is damaged.", e);
        }
    }

    private Publishers publishers() {
        return new Publishers(home.note(KEYS).orElse(""));
    }

    /** Not what a slot says of itself, nor what the framework and p2 keep for themselves: caches, locks, and the addresses of other repositories. */
    static boolean isPartOfTill(Path path) {
        String name = path.toString().replace('\\', '/');
        return !name.equals("whole")
                && !name.equals(SignedRelease.FILE)
                && !name.startsWith("configuration/classes-")
                && !name.startsWith("configuration/org.eclipse.osgi")
                && !name.startsWith("configuration/org.eclipse.core.runtime")
                && !name.startsWith("configuration/org.eclipse.equinox.app")
                && !name.contains("/.settings")
                && !name.endsWith(".lock")
                && !name.endsWith(".log");
    }

    private static void forget(Path download) {
        try {
            Disk.remove(download);
        } catch (IOException e) {
            throw new UpdateException("What was downloaded cannot be removed: " + download, e);
        }
    }

    /** Changes the till in a folder. Throws an {@link UpdateException} if the release does not fit it. */
    interface Installer {
        void install(Path slot, Release release, Path repository) throws InterruptedException;
    }

    /** Whether the newer till works with a copy of that data, and the older one after it. Throws an {@link UpdateException} if not. */
    interface Proof {
        void of(Path newer, Path older, Path data) throws InterruptedException;
    }
}
