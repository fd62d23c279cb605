package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolRequest;

/** What a cloud logs at its most talkative, of calls that succeed and calls that fail, has none of the secrets that went through it. */
@Isolated("all threads write to the log that it reads")
class LoggedSecretsTest {
    @TempDir
    Path data;

    @Test
    @Tag("A-916")
    void noSecretIsInTheLog() {
        Logged logged = new Logged();
        Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("outpost");
        Level before = root.getLevel();
        logged.start();
        root.addAppender(logged);
        root.setLevel(Level.TRACE);
        try (TestCloud cloud = new TestCloud(data)) {
            String tenant = cloud.newTenant();
            String code = cloud.newCode(tenant);
            TestTill till = new TestTill(cloud, code);
            cloud.post(
                    "terminals/enrol",
                    new EnrolRequest(code, Ed25519.encode(Ed25519.newKeyPair().getPublic())));
            Browser mira = Browser.ofNew(cloud, tenant, "mira@" + tenant, "tenant_admin", "");
            Browser.trySignIn(cloud, "mira@" + tenant, "wrong " + Browser.PASSWORD);
            mira.forged("POST", "admin/branches?tenant=" + tenant, "{}");
            mira.call(
                            "POST",
                            "admin/users?tenant=" + tenant,
                            "{\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"730155\"}")
                    .ok();
            mira.call("POST", "admin/users?tenant=" + tenant, "{\"name\":\"Cashier 2\",\"role\":7,\"pin\":\"730155\"}");
            mira.call("POST", "admin/session/password", "{\"current\":\"" + Browser.PASSWORD + "\",\"password\":7}");
            till.push(till.sale(1));
            till.get("sync/pull?cursor=x");
            cloud.get("sync/pull?cursor=0", till.token() + "x");
            List<String> secrets = List.of(
                    Browser.PASSWORD,
                    "730155",
                    mira.cookie().replaceFirst(".*:", ""),
                    cloud.adminToken(),
                    till.token(),
                    code.replaceFirst(".*\\.", ""));
            assertTrue(logged.lines.size() > 5, "something was logged");
            for (String line : logged.lines) {
                secrets.forEach(secret -> assertFalse(line.contains(secret), line));
            }
        } finally {
            root.setLevel(before);
            root.detachAppender(logged);
        }
    }

    private static final class Logged extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getFormattedMessage() + thrown);
        }
    }
}
