package outpost.application.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outpost.application.internal.Enrolment.State;
import outpost.protocol.Enroller;
import outpost.protocol.EnrolmentException;
import outpost.protocol.EnrolmentException.Reason;
import outpost.protocol.EnrolmentLink;
import outpost.widgets.Messages;

class EnrolmentTest {
    private static final WindowMessages ENGLISH = Messages.of(WindowMessages.class, () -> Locale.ENGLISH);

    private final List<EnrolmentLink> asked = new ArrayList<>();
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final Enroller accepting = asked::add;

    private Enrolment with(Enroller enroller, Optional<String> cloudUrl) {
        return new Enrolment(() -> Optional.of(enroller), cloudUrl, ENGLISH, worker::add, Runnable::run);
    }

    @Test
    void aWholeAddressEnrols() {
        Enrolment enrolment = with(accepting, Optional.empty());

        enrolment.submit("  http://127.0.0.1:8080/#enrol=main.7KQ2 ");
        assertEquals(State.CONNECTING, enrolment.state());
        worker.remove().run();

        assertEquals(State.DONE, enrolment.state());
        assertEquals(List.of(EnrolmentLink.parse("http://127.0.0.1:8080/#enrol=main.7KQ2")), asked);
    }

    @Test
    void aCodeAloneGoesToTheCloudThatIsSet() {
        Enrolment enrolment = with(accepting, Optional.of("http://127.0.0.1:9"));

        enrolment.submit("main.7KQ2");
        worker.remove().run();

        assertEquals(List.of(EnrolmentLink.parse("http://127.0.0.1:9/#enrol=main.7KQ2")), asked);
    }

    @Test
    void aCodeAloneAsksForItsCloudWhichMayBringItsFingerprint() {
        String pin = "ab".repeat(32);
        Enrolment enrolment = with(accepting, Optional.empty());

        enrolment.submit("main.7KQ2");
        assertEquals(State.ASKING_CLOUD, enrolment.state());
        enrolment.submit("cloud");
        assertTrue(enrolment.problem().contains("no address of a cloud"), enrolment.problem());
        enrolment.submit("http://cloud.example/");
        assertTrue(enrolment.problem().contains("https"), enrolment.problem());
        assertEquals(State.ASKING_CLOUD, enrolment.state());
        enrolment.submit("https://cloud.example/#pin=" + pin);
        worker.remove().run();

        assertEquals(List.of(EnrolmentLink.parse("https://cloud.example/#enrol=main.7KQ2&pin=" + pin)), asked);
    }

    @Test
    void eachRefusalHasWordsOfItsOwn() {
        Set<String> sentences = new HashSet<>();
        for (Reason reason : Reason.values()) {
            Enrolment enrolment = with(
                    link -> {
                        throw new EnrolmentException(reason, "in English");
                    },
                    Optional.empty());
            enrolment.submit("https://cloud.example/#enrol=main.7KQ2");
            worker.remove().run();
            assertEquals(State.ASKING, enrolment.state());
            sentences.add(enrolment.problem());
        }
        assertEquals(Reason.values().length, sentences.size());
    }

    @Test
    void anAddressWithoutACodeIsExplained() {
        Enrolment enrolment = with(accepting, Optional.empty());

        enrolment.submit("http://127.0.0.1:8080/");

        assertTrue(enrolment.problem().contains("no enrolment code"), enrolment.problem());
        assertEquals(List.of(), asked);
    }

    @Test
    void theCloudsRefusalIsShownAndItCanBeTriedAgain() {
        Enrolment enrolment = with(
                link -> {
                    throw new EnrolmentException(Reason.CODE_REFUSED, "There is no such enrolment code");
                },
                Optional.empty());

        enrolment.submit("http://127.0.0.1:8080/#enrol=OLD");
        worker.remove().run();

        assertEquals(State.ASKING, enrolment.state());
        assertTrue(enrolment.problem().contains("does not take this code"), enrolment.problem());
    }

    @Test
    void aFaultBelowIsShownToo() {
        Enrolment enrolment = with(
                link -> {
                    throw new IllegalStateException("the disk is full");
                },
                Optional.empty());

        enrolment.submit("http://127.0.0.1:8080/#enrol=NEW");
        worker.remove().run();

        assertEquals(State.ASKING, enrolment.state());
        assertTrue(enrolment.problem().contains("the disk is full"), enrolment.problem());
    }

    @Test
    void whileItConnectsASecondPressDoesNothing() {
        Enrolment enrolment = with(accepting, Optional.empty());
        enrolment.submit("http://127.0.0.1:8080/#enrol=NEW");

        enrolment.submit("http://127.0.0.1:8080/#enrol=NEW");

        assertEquals(1, worker.size());
    }

    @Test
    void aMissingSyncUnitIsNamed() {
        Enrolment enrolment = new Enrolment(Optional::empty, Optional.empty(), ENGLISH, worker::add, Runnable::run);

        enrolment.submit("http://127.0.0.1:8080/#enrol=NEW");

        assertTrue(enrolment.problem().contains("outpost.sync.worker"), enrolment.problem());
    }
}
