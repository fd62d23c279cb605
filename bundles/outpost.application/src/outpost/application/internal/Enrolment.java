package outpost.application.internal;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Enroller;
import outpost.protocol.EnrolmentException;
import outpost.protocol.EnrolmentLink;

/** Making this installation a lane of a branch: what the start page shows and does. Lives on the UI thread. */
final class Enrolment {
    enum State {
        ASKING,
        CONNECTING,
        DONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(Enrolment.class);

    private final Supplier<Optional<Enroller>> enroller;
    private final Optional<String> cloudUrl;
    private final WindowMessages messages;
    private final Executor worker;
    private final Executor ui;
    private Runnable changed = () -> {};
    private Runnable done = () -> {};
    private State state = State.ASKING;
    private String problem = "";

    /**
     * @param enroller empty as long as the sync unit is not installed
     * @param cloudUrl where a code without an address is sent
     * @param worker may wait for the network
     * @param ui comes back to the UI thread
     */
    Enrolment(
            Supplier<Optional<Enroller>> enroller,
            Optional<String> cloudUrl,
            WindowMessages messages,
            Executor worker,
            Executor ui) {
        this.enroller = enroller;
        this.cloudUrl = cloudUrl;
        this.messages = messages;
        this.worker = worker;
        this.ui = ui;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Hears that this till belongs to a branch now. */
    void onDone(Runnable listener) {
        done = listener;
    }

    State state() {
        return state;
    }

    /** A sentence for the technician, or nothing. */
    String problem() {
        return problem;
    }

    /** Enrols with a link, or with a code alone where the cloud's address is set. */
    void submit(String typed) {
        if (state == State.CONNECTING) {
            return;
        }
        Optional<Enroller> present = enroller.get();
        if (present.isEmpty()) {
            failed(messages.noSyncUnit());
            return;
        }
        try {
            EnrolmentLink link = link(typed.strip());
            become(State.CONNECTING, "");
            worker.execute(() -> enrol(present.get(), link));
        } catch (IllegalArgumentException e) {
            failed(e.getMessage());
        }
    }

    private EnrolmentLink link(String typed) {
        if (typed.isEmpty()) {
            throw new IllegalArgumentException(messages.enterAddress());
        }
        if (typed.contains("://")) {
            return EnrolmentLink.parse(typed);
        }
        String cloud = cloudUrl.orElseThrow(() -> new IllegalArgumentException(messages.enterWholeAddress()));
        return new EnrolmentLink(URI.create(cloud), typed);
    }

    private void enrol(Enroller present, EnrolmentLink link) {
        try {
            present.enrol(link);
            LOG.info("Enrolled at {}", link.cloud());
            ui.execute(() -> become(State.DONE, ""));
        } catch (EnrolmentException e) {
            LOG.warn("Enrolment at {} did not succeed", link.cloud(), e);
            ui.execute(() -> failed(e.getMessage()));
        } catch (RuntimeException e) {
            // A fault below, such as a full disk: the technician is the one who can act on it.
            LOG.error("Enrolment at {} failed", link.cloud(), e);
            ui.execute(() -> failed(messages.enrolmentFailed(e.getMessage())));
        }
    }

    private void failed(String sentence) {
        become(State.ASKING, sentence);
    }

    private void become(State next, String sentence) {
        state = next;
        problem = sentence;
        changed.run();
        if (next == State.DONE) {
            done.run();
        }
    }
}
