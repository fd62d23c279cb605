package outpost.update.internal.slots;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;
import outpost.update.Refusal.Reason;
import outpost.update.internal.UpdateException;

/**
 * A till's installation: the starter, the slots {@code a} and {@code b}, and the folder {@code state}. A slot is whole when the file {@code whole} lies in it,
 * which is written last and removed first.
 */
public final class Home {
    private static final String WHOLE = "whole";
    private final Path folder;

    /** @throws UpdateException if nothing was installed there */
    public static Home at(Path folder) {
        Home home = new Home(folder.toAbsolutePath().normalize());
        if (!Files.isDirectory(home.state()) || Arrays.stream(Slot.values()).noneMatch(home::isWhole)) {
            throw new UpdateException("There is no till with two slots in " + folder + "; see: outpost update install");
        }
        return home;
    }

    /** One whose slots are still to be filled. */
    public static Home begun(Path folder) {
        return new Home(folder.toAbsolutePath().normalize());
    }

    private Home(Path folder) {
        this.folder = folder;
    }

    public Path state() {
        return folder.resolve("state");
    }

    public Path folder(Slot slot) {
        return folder.resolve(slot.folder());
    }

    public boolean isWhole(Slot slot) {
        return Files.exists(folder(slot).resolve(WHOLE));
    }

    /** What the starter goes by; where its line is unreadable, the first slot that is whole, as the starter does. */
    public Pointer pointer() {
        return attempt("read which slot is used", () -> {
            Path file = pointerFile();
            Optional<Pointer> written =
                    Files.exists(file) ? Pointer.parse(Files.readString(file)) : Optional.<Pointer>empty();
            return written.orElseGet(() -> Pointer.to(isWhole(Slot.A) ? Slot.A : Slot.B));
        });
    }

    /** Lets the next start find this; durable when it returns. */
    public void point(Pointer pointer) {
        attempt("write which slot is used", () -> {
            Disk.replace(pointerFile(), pointer.line() + "\n");
            return pointer;
        });
    }

    /** What the release in a slot is; empty for a till as it was first installed. */
    public Optional<Release> release(Slot slot) {
        Path file = folder(slot).resolve(SignedRelease.FILE);
        return attempt("read the release in slot " + slot.folder(), () -> {
            if (!Files.exists(file)) {
                return Optional.<Release>empty();
            }
            try {
                return Optional.of(
                        Json.read(Files.readString(file), SignedRelease.class).claimed());
            } catch (MalformedMessageException e) {
                throw new UpdateException(file + " is damaged", e);
            }
        });
    }

    /** Makes room for an update: the slot is empty, and what was whole in it is kept beside until {@link #restore} or {@link #forgetKept}. */
    public void clear(Slot slot) {
        attempt("empty slot " + slot.folder(), () -> {
            if (isWhole(slot)) {
                discard(kept(slot));
                move(folder(slot), kept(slot));
            }
            discard(folder(slot));
            return slot;
        });
    }

    /**
     * Brings back what {@link #clear} kept; for an update that did not come to its end, or did not work.
     *
     * @return whether something was kept
     */
    public boolean restore(Slot slot) {
        return attempt("bring slot " + slot.folder() + " back", () -> {
            boolean keeps = Files.exists(kept(slot).resolve(WHOLE));
            if (keeps) {
                discard(folder(slot));
                move(kept(slot), folder(slot));
            }
            return keeps;
        });
    }

    /** Lets go of what {@link #clear} kept. */
    public void forgetKept(Slot slot) {
        attempt("remove what slot " + slot.folder() + " was", () -> {
            discard(kept(slot));
            return slot;
        });
    }

    /** Brings the slot to the disk and marks it as whole. */
    public void complete(Slot slot) {
        attempt("finish slot " + slot.folder(), () -> {
            Disk.forceAll(folder(slot));
            Disk.replace(folder(slot).resolve(WHOLE), "");
            return slot;
        });
    }

    /** A small text of the state that outlives updates. */
    public Optional<String> note(String name) {
        Path file = state().resolve(name);
        return attempt(
                "read " + file,
                () -> Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.<String>empty());
    }

    public void keep(String name, String text) {
        attempt("write " + name, () -> {
            Disk.replace(state().resolve(name), text + "\n");
            return text;
        });
    }

    public void forget(String name) {
        attempt("remove " + name, () -> {
            boolean was = Files.deleteIfExists(state().resolve(name));
            Disk.forceFolder(state());
            return was;
        });
    }

    /**
     * Keeps other updates out until it is closed, or the process ends.
     *
     * @throws UpdateException if another one runs
     */
    public Lock lock() {
        return attempt("lock " + state(), () -> {
            FileChannel channel =
                    FileChannel.open(state().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new UpdateException(Reason.BUSY);
            }
            return new Lock(channel);
        });
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private Path kept(Slot slot) {
        return state().resolve("kept-" + slot.folder());
    }

    /** From its first step on nobody takes the folder for a till. */
    private static void discard(Path till) throws IOException {
        Files.deleteIfExists(till.resolve(WHOLE));
        if (Files.exists(till)) {
            Disk.forceFolder(till);
        }
        Disk.remove(till);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Disk.forceFolder(to.getParent());
        Disk.forceFolder(from.getParent());
    }

    private Path pointerFile() {
        return state().resolve("pointer");
    }

    private static <T> T attempt(String what, Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UpdateException("Cannot " + what + ": " + e, e);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    /** The sole right to change this installation. */
    public static final class Lock implements AutoCloseable {
        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            attempt("give the lock back", () -> {
                channel.close();
                return channel;
            });
        }
    }
}
