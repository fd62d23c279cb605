package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.Identity;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EventType;
import outpost.values.BranchId;

class SqliteTerminalTest {
    private static final URI CLOUD = URI.create("http://127.0.0.1:8080");

    @TempDir
    Path folder;

    private LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void theKeyIsMadeOnceAndKept() {
        String publicKey = till.terminal().publicKey();
        String privateKey = Ed25519.encode(till.terminal().privateKey());

        till.restart();

        assertEquals(publicKey, till.terminal().publicKey());
        assertEquals(privateKey, Ed25519.encode(till.terminal().privateKey()));
    }

    @Test
    void twoFirstCallersGetTheSameKey() {
        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(() -> till.terminal().publicKey());

        assertEquals(till.terminal().publicKey(), other.join());
    }

    @Test
    @Tag("A-118")
    void thePrivateKeyStandsNowhereInTheFiles() throws Exception {
        String privateKey = Ed25519.encode(till.terminal().privateKey());
        String publicKey = till.terminal().publicKey();
        till.close();

        String database = new String(Files.readAllBytes(folder.resolve("outpost.db")), StandardCharsets.ISO_8859_1);

        assertTrue(database.contains(publicKey), "the file is looked at in the wrong way");
        assertFalse(database.contains(privateKey.substring(privateKey.length() - 40)));
    }

    @Test
    void anEnrolledTillKnowsWhoItIsAfterARestart() {
        assertEquals(Optional.empty(), till.terminal().identity());
        Identity identity = till.terminal().enrolled(LiveTill.answer("till-1", "JPY"), CLOUD);

        till.restart();

        assertEquals(Optional.of(identity), till.terminal().identity());
        assertEquals(LiveTill.answer("till-1", "JPY"), identity.enrolment());
        assertEquals(CLOUD, identity.cloud());
        assertEquals("JPY", identity.currency().getCurrencyCode());
    }

    @Test
    void enrollingAgainAsTheSameKeepsThePosIdAndTakesTheNewNames() {
        Identity first = till.terminal().enrolled(LiveTill.answer("till-1", "GBP"), CLOUD);
        EnrolAnswer renamed = new EnrolAnswer(
                first.enrolment().tenantId(),
                "New name",
                first.enrolment().branchId(),
                "New street",
                first.enrolment().terminalId(),
                "Till at the door",
                "GBP",
                "cloud-1",
                "key");

        Identity second = till.terminal().enrolled(renamed, URI.create("http://127.0.0.1:9090"));

        assertEquals(first.posId(), second.posId());
        assertEquals(Optional.of(second), till.terminal().identity());
        assertEquals("Till at the door", second.enrolment().terminalName());
    }

    @Test
    void anEnrolledTillCannotBecomeAnother() {
        Identity identity = till.terminal().enrolled(LiveTill.answer("till-1", "GBP"), CLOUD);
        EnrolAnswer elsewhere = new EnrolAnswer(
                identity.enrolment().tenantId(),
                "Shop",
                new BranchId("other"),
                "Other street",
                identity.enrolment().terminalId(),
                "Till 1",
                "GBP",
                "cloud-1",
                "key");

        assertThrows(
                IllegalStateException.class, () -> till.terminal().enrolled(LiveTill.answer("till-2", "GBP"), CLOUD));
        assertThrows(
                IllegalStateException.class, () -> till.terminal().enrolled(LiveTill.answer("till-1", "EUR"), CLOUD));
        assertThrows(IllegalStateException.class, () -> till.terminal().enrolled(elsewhere, CLOUD));
        assertEquals(Optional.of(identity), till.terminal().identity());
    }

    @Test
    void eachNewFileCountsUnderANameOfItsOwn() throws Exception {
        Identity first = till.enrol("GBP");
        till.close();
        till = new LiveTill(Files.createDirectory(folder.resolve("reinstalled")));

        assertNotEquals(first.posId(), till.enrol("GBP").posId());
    }

    @Test
    void aTillThatIsNotEnrolledWritesNoEvent() {
        assertThrows(IllegalStateException.class, () -> till.store()
                .write(transaction -> till.outbox().append(transaction, EventType.SALE, "{}")));
    }
}
