package outpost.sync.worker.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.EnrolmentException;
import outpost.protocol.EnrolmentException.Reason;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.ErrorCode;

/** Asks a cloud for an identity, and keeps it. */
final class Enrolment {
    private final Terminal terminal;
    private final Function<URI, Cloud> clouds;
    private volatile Optional<String> pin = Optional.empty();

    Enrolment(Terminal terminal, Function<URI, Cloud> clouds) {
        this.terminal = terminal;
        this.clouds = clouds;
    }

    /** The key that the cloud has to have: as it was told when this till enrolled, or as the link says that it is just enrolling with. */
    Optional<String> pin() {
        return terminal.identity().map(Identity::pin).orElse(pin);
    }

    void enrol(EnrolmentLink link) {
        terminal.identity().ifPresent(Enrolment::refuseAnother);
        terminal.enrolled(ask(link), link.cloud(), link.pin());
    }

    /** Before the code is used up for nothing. */
    private static void refuseAnother(Identity identity) {
        throw new EnrolmentException(
                Reason.ENROLLED_ALREADY,
                "This till is already enrolled as "
                        + identity.enrolment().terminalName()
                        + " of "
                        + identity.enrolment().branchName()
                        + ". Another lane needs a data folder of its own.");
    }

    private EnrolAnswer ask(EnrolmentLink link) {
        pin = link.pin();
        try {
            return clouds.apply(link.cloud()).enrol(new EnrolRequest(link.code(), terminal.publicKey()));
        } catch (RefusalException e) {
            String advice = e.code().equals(ErrorCode.POS_ENROLMENT_REFUSED.name())
                    ? " Ask for a new enrolment code."
                    : " Check the address and the code.";
            throw new EnrolmentException(reason(e), e.getMessage() + advice, e);
        } catch (CloudException e) {
            throw new EnrolmentException(
                    reason(e, link),
                    e.getMessage() + " Check the address and the line, then try again with the same code.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnrolmentException(
                    Reason.NO_ANSWER, "Enrolment was interrupted. Try again with the same code.", e);
        }
    }

    private static Reason reason(RefusalException refused) {
        if (refused.code().equals(ErrorCode.POS_ENROLMENT_REFUSED.name())) {
            return Reason.CODE_REFUSED;
        }
        return refused.isPassing() ? Reason.BUSY : Reason.REFUSED;
    }

    private static Reason reason(CloudException trouble, EnrolmentLink link) {
        Throwable cause = trouble.getCause();
        if (cause instanceof SSLHandshakeException) {
            return link.pin().isPresent() ? Reason.OTHER_KEY : Reason.NOT_TRUSTED;
        }
        boolean answered = cause == null || cause instanceof SSLException || cause instanceof JsonProcessingException;
        return answered ? Reason.NO_CLOUD : Reason.NO_ANSWER;
    }
}
