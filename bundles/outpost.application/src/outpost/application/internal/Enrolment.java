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
        /** For a link, or a code alone. */
        ASKING,
        /** A code is here: where is its cloud? */
        ASKING_CLOUD,
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
    private State asked = State.ASKING;
    private String code = "";
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

    /** Takes what is asked for: a link, or a code, and then its cloud's address where none is set. */
    void submit(String typed) {
        if (state == State.CONNECTING) {
            return;
        }
        Optional<Enroller> present = enroller.get();
        if (present.isEmpty()) {
            failed(messages.noSyncUnit());
            return;
        }
        String text = withoutPrefix(typed.strip());
        if (text.isEmpty()) {
            failed(state == State.ASKING ? messages.enterAddress() : messages.enterCloud());
        } else if (state == State.ASKING && !text.contains("://") && cloudUrl.isEmpty()) {
            code = text;
            become(State.ASKING_CLOUD, "");
        } else {
            connect(present.get(), text);
        }
    }

    /** Asks for the code again. */
    void back() {
        if (state == State.ASKING_CLOUD) {
            become(State.ASKING, "");
        }
    }

    private void connect(Enroller present, String text) {
        try {
            EnrolmentLink link = link(text);
            asked = state;
            become(State.CONNECTING, "");
            worker.execute(() -> enrol(present, link));
        } catch (IllegalArgumentException e) {
            LOG.debug("No link", e);
            failed(whyNoLink(text));
        }
    }

    private EnrolmentLink link(String text) {
        if (text.contains("enrol=")) {
            return EnrolmentLink.parse(text);
        }
        if (state == State.ASKING_CLOUD) {
            return EnrolmentLink.parse(withCode(text));
        }
        if (text.contains("://")) {
            throw new IllegalArgumentException("no enrolment code in " + text);
        }
        return new EnrolmentLink(URI.create(cloudUrl.orElseThrow()), text);
    }

    /** The cloud's address as typed, which may have its fingerprint behind it, and the code. */
    private String withCode(String cloud) {
        int place = cloud.indexOf("#pin=");
        String pin = place < 0 ? "" : "&" + cloud.substring(place + 1);
        return (place < 0 ? cloud : cloud.substring(0, place)) + "#enrol=" + code + pin;
    }

    private String whyNoLink(String text) {
        if (!text.contains("://")) {
            return messages.notAnAddress();
        }
        if (state == State.ASKING && !text.contains("enrol=")) {
            return messages.noCodeInAddress();
        }
        return text.startsWith("http://") ? messages.needsHttps() : messages.notAnAddress();
    }

    /** Some scanners say first what kind of code they have read. */
    private static String withoutPrefix(String text) {
        int place = text.indexOf("http");
        return place > 0 && text.contains("://") ? text.substring(place) : text;
    }

    private void enrol(Enroller present, EnrolmentLink link) {
        try {
            present.enrol(link);
            LOG.info("Enrolled at {}", link.cloud());
            ui.execute(() -> become(State.DONE, ""));
        } catch (EnrolmentException e) {
            LOG.warn("Enrolment at {} did not succeed", link.cloud(), e);
            ui.execute(() -> failed(sentence(e, link)));
        } catch (RuntimeException e) {
            // A fault below, such as a full disk: the technician is the one who can act on it.
            LOG.error("Enrolment at {} failed", link.cloud(), e);
            ui.execute(() -> failed(messages.enrolmentFailed(e.getMessage())));
        }
    }

    private String sentence(EnrolmentException refused, EnrolmentLink link) {
        return switch (refused.reason()) {
            case CODE_REFUSED -> messages.codeRefused();
            case ENROLLED_ALREADY -> messages.enrolledAlready();
            case NO_ANSWER -> messages.noAnswer(link.cloud().getAuthority());
            case OTHER_KEY -> messages.otherKey();
            case NOT_TRUSTED -> messages.notTrusted();
            case NO_CLOUD -> messages.noCloud(link.cloud().getAuthority());
            case BUSY -> messages.cloudBusy();
            case REFUSED -> messages.enrolmentFailed(refused.getMessage());
        };
    }

    /** What was asked is asked again. */
    private void failed(String sentence) {
        become(state == State.CONNECTING ? asked : state, sentence);
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
