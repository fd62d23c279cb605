package outpost.sync.worker.internal;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;

/** The session of this till's identity, once it has one. */
final class Sessions {
    private final Optional<URI> movedTo;
    private final Terminal terminal;
    private final Function<URI, Cloud> clouds;
    private final Watch watch;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private Optional<Session> current = Optional.empty();

    /** @param movedTo the cloud's root, where it is another one than at enrolment */
    Sessions(
            Optional<URI> movedTo,
            Terminal terminal,
            Function<URI, Cloud> clouds,
            Watch watch,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.movedTo = movedTo;
        this.terminal = terminal;
        this.clouds = clouds;
        this.watch = watch;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /** Empty while this till is not enrolled. */
    Optional<Session> current() {
        if (current.isEmpty()) {
            current = terminal.identity().map(this::open);
        }
        return current;
    }

    private Session open(Identity identity) {
        SignIn signIn = new SignIn(identity.enrolment(), terminal.privateKey(), nanoTime, random);
        URI root = movedTo.orElse(identity.cloud());
        return new Session(root, clouds.apply(root), identity.enrolment(), signIn, watch, nanoTime);
    }
}
