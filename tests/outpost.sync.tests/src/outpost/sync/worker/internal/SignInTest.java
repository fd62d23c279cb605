package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.EnrolmentException;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.ErrorCode;
import outpost.protocol.SyncStatus.Line;

class SignInTest {
    @TempDir
    Path folder;

    private final LoopbackCloud cloud = new LoopbackCloud();

    @AfterEach
    void stopCloud() {
        cloud.close();
    }

    @Test
    void oneTokenServesManyCalls() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.syncWell();
            till.syncWell();
            assertEquals(1, cloud.requestsOf("auth/token"));
        }
    }

    @Test
    void aTokenThatTheCloudNoLongerTakesIsReplacedOnce() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.content().forgetTokens();
            till.syncWell();
            assertEquals(2, cloud.requestsOf("auth/token"));
        }
    }

    @Test
    void aTerminalThatTheCloudRefusesSaysSoAndKeepsItsEvents() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.content().revokeTerminal();
            till.sell(2);
            till.awaitLine(Line.REFUSED);
            assertEquals("This terminal is revoked.", till.status().problem().orElseThrow());
            assertEquals(2, till.outbox().counts().waiting());
            assertEquals(0, till.outbox().counts().parked());
            assertTrue(cloud.content().ledger().isEmpty());
        }
    }

    @Test
    void aBatchThatTheTokenDoesNotReachStopsThereAndStaysHere() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.fail("sync/push", Fault.refusal(403, ErrorCode.POS_SYNC_FORBIDDEN));
            till.sell(2);
            till.awaitLine(Line.REFUSED);
            assertEquals(2, till.outbox().counts().waiting());
            till.syncWell();
            assertEquals(0, till.outbox().counts().waiting());
            assertEquals(Line.ONLINE, till.status().line());
        }
    }

    @Test
    void anotherCloudAtTheSameAddressGetsNothing() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.content().becomeAnotherCloud();
            till.sell(1);
            till.awaitLine(Line.REFUSED);
            assertEquals(0, cloud.requestsOf("sync/push"));
            assertEquals(1, till.outbox().counts().waiting());
        }
    }

    @Test
    void enrollingIsAskedForAgainWhenItsAnswerWasLost() throws Exception {
        try (Till till = new Till(folder)) {
            SyncWorker worker = till.start(Till.CALM);
            cloud.fail("terminals/enrol", Fault.cutAfter());
            EnrolmentException lost = assertThrows(EnrolmentException.class, () -> worker.enrol(Till.link(cloud)));
            assertTrue(lost.getMessage().endsWith("try again with the same code."), lost.getMessage());
            worker.enrol(Till.link(cloud));
            till.awaitSuccess();
        }
    }

    @Test
    void aCodeThatIsUsedUpIsASentenceForTheTechnician() throws Exception {
        try (Till till = new Till(folder)) {
            SyncWorker worker = till.start(Till.CALM);
            EnrolmentLink wrong = new EnrolmentLink(cloud.root(), "main.OTHER");
            EnrolmentException refused = assertThrows(EnrolmentException.class, () -> worker.enrol(wrong));
            assertEquals("That code is used up. Ask for a new enrolment code.", refused.getMessage());
            assertEquals(Line.UNKNOWN, till.status().line());
        }
    }

    @Test
    void anAddressWhereNothingAnswersIsASentenceForTheTechnician() throws Exception {
        URI nowhere = cloud.root();
        cloud.stop();
        try (Till till = new Till(folder)) {
            SyncWorker worker = till.start(Till.CALM);
            EnrolmentException refused = assertThrows(
                    EnrolmentException.class, () -> worker.enrol(new EnrolmentLink(nowhere, CloudContent.CODE)));
            assertTrue(refused.getMessage().startsWith("The cloud cannot be reached."), refused.getMessage());
        }
        cloud.start();
    }

    @Test
    void anEnrolledTillUsesUpNoSecondCode() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            EnrolmentException refused =
                    assertThrows(EnrolmentException.class, () -> till.worker().enrol(Till.link(cloud)));
            assertTrue(refused.getMessage().contains("Lane 1"), refused.getMessage());
            assertEquals(1, cloud.requestsOf("terminals/enrol"));
            assertFalse(refused.getMessage().contains(CloudContent.CODE));
        }
    }
}
