package outpost.update;

import java.util.Objects;
import java.util.Optional;

/**
 * How far the way to the cloud goes.
 *
 * @param cloud its address, without a pin; empty where none is known
 * @param trouble empty if the cloud answers as it should
 * @param detail what belongs to the trouble and is the same in each language: an address, a status, seconds; may be empty
 */
public record NetworkFinding(String cloud, Optional<Trouble> trouble, String detail) {
    /** The steps of the way, in their order. */
    public enum Step {
        /** This machine has a network at all. */
        MACHINE,
        /** The cloud's name is known. */
        NAME,
        /** Its port takes connections. */
        CONNECTION,
        /** It holds the key that it should hold. */
        TRUST,
        /** It answers as a cloud does, one that this till understands. */
        ANSWER,
        /** This machine's clock is right. */
        CLOCK
    }

    /** At which step the way ends, and why. */
    public enum Trouble {
        /** The till belongs to no cloud, or the address is none. */
        NO_ADDRESS(Step.MACHINE),
        /** No cable, no radio. */
        NO_NETWORK(Step.MACHINE),
        NAME_UNKNOWN(Step.NAME),
        /** The machine says that nobody listens at that port. */
        REFUSED(Step.CONNECTION),
        /** Nothing comes back. */
        SILENT(Step.CONNECTION),
        /** Another key than the one that was pinned at enrolment. */
        OTHER_KEY(Step.TRUST),
        /** No certificate authority vouches for it, or no TLS comes about. */
        NOT_TRUSTED(Step.TRUST),
        /** The connection is there, an answer does not come. */
        NO_ANSWER(Step.ANSWER),
        /** What answers is no cloud: a login page, a proxy. */
        NO_CLOUD(Step.ANSWER),
        /** A cloud that this till does not understand. */
        OTHER_GENERATION(Step.ANSWER),
        CLOCK_OFF(Step.CLOCK);

        private final Step step;

        Trouble(Step step) {
            this.step = step;
        }

        /** The first step that is not gone. */
        public Step step() {
            return step;
        }
    }

    public NetworkFinding {
        Objects.requireNonNull(cloud, "cloud");
        Objects.requireNonNull(trouble, "trouble");
        Objects.requireNonNull(detail, "detail");
    }

    /** Whether that step was gone. */
    public boolean isGone(Step step) {
        return trouble.filter(found -> found.step().compareTo(step) <= 0).isEmpty();
    }
}
