package outpost.sync.worker.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.Health;
import outpost.protocol.Limits;
import outpost.protocol.TokenAnswer;

/** A terminal's calls to its cloud, signed in. Tokens live in memory only; each start signs in anew. */
final class Session {
    private static final int UNAUTHORIZED = 401;
    /** A token is renewed so long before it ends that no call starts with one that ends on the way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);
    /** Cycles that a nudge begins follow each other closely; the cloud that answered the one before is there. */
    private static final Duration GREETING = Duration.ofSeconds(10);

    private final URI root;
    private final Cloud cloud;
    private final EnrolAnswer terminal;
    private final SignIn signIn;
    private final Watch watch;
    private final LongSupplier nanoTime;
    private Optional<String> token = Optional.empty();
    private long tokenEndsAtNanos;
    private boolean greeted;
    private long greetedNanos;
    private long signIns;

    /** @param root of the cloud */
    Session(URI root, Cloud cloud, EnrolAnswer terminal, SignIn signIn, Watch watch, LongSupplier nanoTime) {
        this.root = root;
        this.cloud = cloud;
        this.terminal = terminal;
        this.signIn = signIn;
        this.watch = watch;
        this.nanoTime = nanoTime;
    }

    /** Asks whether the cloud is there, and makes sure that it is the one that this till belongs to, unless it has just done so and every call since was answered. */
    void greet() throws CloudException, InterruptedException {
        long asked = nanoTime.getAsLong();
        if (greeted && asked - greetedNanos < GREETING.toNanos()) {
            return;
        }
        Health health = cloud.health();
        if (!terminal.cloudId().equals(health.cloudId())) {
            throw refused("Another cloud answers at this address than the one where this till was enrolled.");
        }
        if (health.protocolMin() > Limits.PROTOCOL_VERSION || health.protocolMax() < Limits.PROTOCOL_VERSION) {
            throw refused("The cloud no longer speaks with a till of this version: update the till.");
        }
        signIn.heard(health);
        watch.heard(health.timeMillis(), asked);
        greeted = true;
        greetedNanos = asked;
    }

    /** How often it signed in so far: a new number may be another cloud behind the same address. */
    long signIns() {
        return signIns;
    }

    URI root() {
        return root;
    }

    EnrolAnswer terminal() {
        return terminal;
    }

    /** A valid token, for what is no call: empty before the first call. */
    Optional<String> token() {
        return token;
    }

    /**
     * Makes a call with a valid token. A token that the cloud does not take, although it should still be good, is replaced once.
     *
     * @throws RefusalException with status 401 if the cloud refuses this terminal as such
     */
    <T> T call(Authorised<T> call) throws CloudException, InterruptedException {
        if (token.isEmpty() || tokenEndsAtNanos - nanoTime.getAsLong() < 0) {
            renew();
        }
        try {
            return call.with(cloud, token.orElseThrow());
        } catch (RefusalException refusal) {
            if (refusal.status() != UNAUTHORIZED) {
                throw refusal;
            }
            renew();
            return call.with(cloud, token.orElseThrow());
        } catch (NoAnswerException gone) {
            greeted = false;
            throw gone;
        }
    }

    private void renew() throws CloudException, InterruptedException {
        token = Optional.empty();
        greeted = false;
        long asked = nanoTime.getAsLong();
        TokenAnswer answer = cloud.token(signIn.request());
        Duration validFor = Duration.ofSeconds(answer.expiresInSeconds());
        Duration margin = MARGIN.compareTo(validFor.dividedBy(2)) < 0 ? MARGIN : validFor.dividedBy(2);
        tokenEndsAtNanos = asked + validFor.minus(margin).toNanos();
        token = Optional.of(answer.token());
        signIns++;
    }

    private static RefusalException refused(String sentence) {
        return new RefusalException(200, RefusalException.NOT_OURS, sentence, Optional.empty());
    }

    /** A call that needs a token. */
    @FunctionalInterface
    interface Authorised<T> {
        T with(Cloud cloud, String token) throws CloudException, InterruptedException;
    }
}
