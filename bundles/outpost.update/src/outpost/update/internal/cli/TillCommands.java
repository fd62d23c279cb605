package outpost.update.internal.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import outpost.protocol.Release;
import outpost.update.internal.UpdateException;
import outpost.update.internal.Updater;
import outpost.update.internal.slots.Home;
import outpost.update.internal.slots.Pointer;
import outpost.update.internal.slots.Slot;
import outpost.update.internal.trust.Offer;
import outpost.update.internal.trust.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is done at one till. */
final class TillCommands {
    private static final int NOTHING = 0;

    private TillCommands() {}

    /** What all of them need to know. */
    abstract static class OfTill implements Callable<Integer> {
        final PrintStream out;
        private final Clock clock;
        private final String home;

        @Option(names = "--home", paramLabel = "DIR", description = "Where the till is installed.")
        private Optional<Path> given;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "The till's data folder (outpost-till in your home).")
        private Optional<Path> data;

        OfTill(PrintStream out, Clock clock, String home) {
            this.out = out;
            this.clock = clock;
            this.home = home;
        }

        Updater updater() {
            Path folder = given.orElseGet(() -> {
                if (home.isEmpty()) {
                    throw new UpdateException("Say with --home where the till is installed.");
                }
                return Path.of(home);
            });
            return Updater.of(
                    Home.at(folder), data.orElse(Path.of(System.getProperty("user.home"), "outpost-till")), clock);
        }
    }

    /** What may ask a source. */
    abstract static class OfSource extends OfTill {
        @Option(
                names = "--from",
                paramLabel = "URL|DIR",
                description =
                        "A channel's address, or a folder with a release (what the running till was told by its cloud).")
        private Optional<String> from;

        OfSource(PrintStream out, Clock clock, String home) {
            super(out, clock, home);
        }

        Optional<Offer> offer(Updater updater) throws InterruptedException {
            String place = from.or(() -> updater.home().note(Updater.CHANNEL))
                    .orElseThrow(() -> new UpdateException("Say with --from where updates come from."));
            return updater.offer(Source.of(place));
        }
    }

    @Command(name = "check", mixinStandardHelpOptions = true, description = "Tells whether there is something newer.")
    static final class Check extends OfSource {
        Check(PrintStream out, Clock clock, String home) {
            super(out, clock, home);
        }

        @Override
        public Integer call() throws InterruptedException {
            Updater updater = updater();
            Optional<Release> newer = offer(updater).map(Offer::release).filter(updater::isNews);
            out.println(
                    newer.map(release -> "There is " + release.title() + ".").orElse("There is nothing newer."));
            return NOTHING;
        }
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Installs what is newer beside what runs; the next start tries it.")
    static final class Apply extends OfSource {
        Apply(PrintStream out, Clock clock, String home) {
            super(out, clock, home);
        }

        @Override
        public Integer call() throws InterruptedException {
            Updater updater = updater();
            Optional<Offer> offer = offer(updater);
            if (offer.filter(found -> updater.isNews(found.release())).isEmpty()) {
                out.println("There is nothing newer.");
                return NOTHING;
            }
            Release release = updater.apply(offer.get());
            out.println(release.title() + " is installed; the next start of the till tries it.");
            return NOTHING;
        }
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Lets the next start start what ran before the last update; needs no network.")
    static final class Rollback extends OfTill {
        Rollback(PrintStream out, Clock clock, String home) {
            super(out, clock, home);
        }

        @Override
        public Integer call() {
            Updater updater = updater();
            updater.rollback();
            out.println("The next start of the till starts "
                    + name(updater, updater.home().pointer().slot()) + ".");
            return NOTHING;
        }
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description = "Tells what is in the two slots.")
    static final class Status extends OfTill {
        Status(PrintStream out, Clock clock, String home) {
            super(out, clock, home);
        }

        @Override
        public Integer call() {
            Updater updater = updater();
            Pointer pointer = updater.home().pointer();
            out.println("starts:  " + pointer.slot().folder() + ", " + name(updater, pointer.slot())
                    + pointer.reason().map(Status::words).orElse(""));
            out.println("beside:  " + pointer.slot().other().folder() + ", "
                    + name(updater, pointer.slot().other()));
            out.println("pinned:  " + (updater.isPinned() ? "yes" : "no"));
            return NOTHING;
        }

        private static String words(Pointer.Reason reason) {
            return switch (reason) {
                case TRIAL -> "; it is new, and the next start tries it";
                case TRIED -> "; it was started and has not yet shown that it works";
                case UNDONE -> "; the update in the other slot did not work";
                case LEFT -> "; the other slot was left by a person";
            };
        }
    }

    @Command(name = "pin", mixinStandardHelpOptions = true, description = "Keeps the till at what it has.")
    static final class Pin extends OfTill {
        @Option(names = "--off", description = "Lets it be updated again.")
        private boolean off;

        Pin(PrintStream out, Clock clock, String home) {
            super(out, clock, home);
        }

        @Override
        public Integer call() {
            Updater updater = updater();
            if (off) {
                updater.unpin();
            } else {
                updater.pin();
            }
            out.println(off ? "The till may be updated." : "The till stays at what it has.");
            return NOTHING;
        }
    }

    private static String name(Updater updater, Slot slot) {
        return updater.home().isWhole(slot)
                ? updater.home().release(slot).map(Release::title).orElse("as first installed")
                : "empty";
    }
}
