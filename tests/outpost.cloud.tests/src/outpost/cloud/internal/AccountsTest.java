package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People at the dashboard: signing in, what each role reaches, and what is written down of it. */
class AccountsTest extends OnOneCloud {
    @Test
    @Tag("A-908")
    void aPersonSignsInAndOut() {
        String tenant = cloud.newTenant();
        cloud.admin("POST", "accounts?tenant=" + tenant, Browser.account("mira@" + tenant, "tenant_admin", ""))
                .ok();

        Answer signedIn =
                Browser.trySignIn(cloud, "Mira@" + tenant, Browser.PASSWORD).ok();
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.startsWith("outpost-session="), cookie);
        assertTrue(cookie.endsWith("; Path=/api/v1/admin; HttpOnly; SameSite=Strict"), cookie);
        assertEquals("tenant_admin", signedIn.json().get("role").asText());

        Browser mira = Browser.signedIn(cloud, "mira@" + tenant);
        JsonNode session = mira.get("admin/session").ok().json();
        assertEquals("mira@" + tenant, session.get("account").asText());
        assertEquals(tenant, session.get("tenant").asText());
        mira.get("admin/fleet?tenant=" + tenant).ok();

        assertEquals(204, mira.call("DELETE", "admin/session", "").status());
        mira.get("admin/session").refused(401, "POS_SYNC_UNAUTHORIZED");
    }

    @Test
    @Tag("A-908")
    void aWrongPasswordAndAnUnknownNameLookAlikeAndSlowDown() {
        String tenant = cloud.newTenant();
        Browser.ofNew(cloud, tenant, "mira@" + tenant, "tenant_admin", "");
        for (String name : List.of("mira@" + tenant, "nobody@" + tenant)) {
            for (int i = 0; i < 5; i++) {
                Answer wrong = Browser.trySignIn(cloud, name, "another long password");
                wrong.refused(401, "POS_SYNC_UNAUTHORIZED");
                assertEquals(
                        "Name or password is wrong", wrong.json().get("message").asText());
            }
            Answer slowed = Browser.trySignIn(cloud, name, Browser.PASSWORD).refused(429, "POS_SYNC_RATE_LIMITED");
            assertEquals("1", slowed.headers().firstValue("Retry-After").orElseThrow());
        }
        cloud.clock().advance(Duration.ofSeconds(1));
        Browser.signedIn(cloud, "mira@" + tenant).get("admin/session").ok();
        Browser.trySignIn(cloud, "no@body@here", "x").refused(401, "POS_SYNC_UNAUTHORIZED");
    }

    @Test
    @Tag("A-908")
    void aSessionEndsWhenNobodyUsesItAndAfterADayOfWork() {
        String tenant = cloud.newTenant();
        Browser mira = Browser.ofNew(cloud, tenant, "mira@" + tenant, "tenant_admin", "");
        for (int i = 0; i < 35; i++) {
            cloud.clock().advance(Duration.ofMinutes(20));
            mira.get("admin/session").ok();
        }
        cloud.clock().advance(Duration.ofMinutes(20));
        mira.get("admin/session").refused(401, "POS_SYNC_UNAUTHORIZED");

        Browser again = Browser.signedIn(cloud, "mira@" + tenant);
        cloud.clock().advance(Duration.ofMinutes(30));
        again.get("admin/session").refused(401, "POS_SYNC_UNAUTHORIZED");
    }

    @Test
    @Tag("A-909")
    void whatAnotherSiteSendsWithTheCookieChangesNothing() {
        String tenant = cloud.newTenant();
        Browser mira = Browser.ofNew(cloud, tenant, "mira@" + tenant, "tenant_admin", "");
        String branch = "{\"branchId\":\"second\",\"name\":\"Second\"}";

        mira.forged("POST", "admin/branches?tenant=" + tenant, branch).refused(403, "POS_SYNC_FORBIDDEN");
        mira.forged("DELETE", "admin/session", "").refused(403, "POS_SYNC_FORBIDDEN");
        assertEquals(1, mira.get("admin/branches?tenant=" + tenant).ok().json().size());

        mira.call("POST", "admin/branches?tenant=" + tenant, branch).ok();
        assertEquals(2, mira.get("admin/branches?tenant=" + tenant).ok().json().size());
    }

    @Test
    @Tag("A-908")
    void aChangedOrDeletedAccountIsSignedOut() {
        String tenant = cloud.newTenant();
        String name = "mira@" + tenant;
        Browser mira = Browser.ofNew(cloud, tenant, name, "tenant_admin", "");
        mira.call("POST", "admin/session/password", passwords("not the password", "an even longer password"))
                .refused(403, "POS_SYNC_FORBIDDEN");
        mira.call("POST", "admin/session/password", passwords(Browser.PASSWORD, "short"))
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        mira.call("POST", "admin/session/password", passwords(Browser.PASSWORD, "an even longer password"))
                .ok();
        mira.get("admin/session").refused(401, "POS_SYNC_UNAUTHORIZED");
        Browser.trySignIn(cloud, name, Browser.PASSWORD).refused(401, "POS_SYNC_UNAUTHORIZED");

        Browser.ofNew(cloud, tenant, name, "branch_manager", "main");
        Browser changed = Browser.signedIn(cloud, name);
        changed.get("admin/fleet?tenant=" + tenant).refused(403, "POS_SYNC_FORBIDDEN");
        changed.get("admin/fleet?branch=main&tenant=" + tenant).ok();
        cloud.admin("DELETE", "accounts/" + name + "?tenant=" + tenant, "").ok();
        changed.get("admin/session").refused(401, "POS_SYNC_UNAUTHORIZED");
        Browser.trySignIn(cloud, name, Browser.PASSWORD).refused(401, "POS_SYNC_UNAUTHORIZED");
    }

    @Test
    @Tag("A-908")
    void nobodyGivesMoreThanHeHas() {
        String tenant = cloud.newTenant();
        String other = cloud.newTenant();
        Browser admin = Browser.ofNew(cloud, tenant, "mira@" + tenant, "tenant_admin", "");
        Browser manager = Browser.ofNew(cloud, tenant, "timur@" + tenant, "branch_manager", "main");
        String here = "admin/accounts?tenant=" + tenant;

        admin.call("POST", here, Browser.account("nora", "operator", "")).refused(403, "POS_SYNC_FORBIDDEN");
        admin.call("POST", here, Browser.account("nora@" + other, "tenant_admin", ""))
                .refused(403, "POS_SYNC_FORBIDDEN");
        admin.call("POST", here, Browser.account("nora@" + tenant, "operator", ""))
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        admin.call("POST", here, Browser.account("nora@" + tenant, "branch_manager", "none"))
                .refused(404, "POS_SYNC_NOT_FOUND");
        manager.call("POST", here + "&branch=main", Browser.account("timur@" + tenant, "tenant_admin", ""))
                .refused(403, "POS_SYNC_FORBIDDEN");
        admin.call("POST", here, Browser.account("nora@" + tenant, "tenant_admin", ""))
                .ok();
        assertEquals(3, admin.get(here).ok().json().size());
    }

    @Test
    @Tag("A-910")
    void everyActIsWrittenDownWithItsOutcome() throws SQLException {
        String tenant = cloud.newTenant();
        Browser mira = Browser.ofNew(cloud, tenant, "mira@" + tenant, "tenant_admin", "");
        mira.call("POST", "admin/branches?tenant=" + tenant, "{\"branchId\":\"second\",\"name\":\"Second\"}")
                .ok();
        mira.call("POST", "admin/tenants?tenant=" + tenant, "{}").refused(403, "POS_SYNC_FORBIDDEN");

        JsonNode acts = mira.get("admin/acts?tenant=" + tenant).ok().json();

        assertEquals(
                "POST admin/tenants?tenant=" + tenant, acts.get(0).get("act").asText());
        assertEquals(403, acts.get(0).get("status").asInt());
        assertEquals("POS_SYNC_FORBIDDEN", acts.get(0).get("about").asText());
        assertEquals("branch second", acts.get(1).get("about").asText());
        assertEquals(200, acts.get(1).get("status").asInt());
        assertEquals("mira@" + tenant, acts.get(1).get("account").asText());
        assertEquals("127.0.0.1", acts.get(1).get("address").asText());
        assertEquals("signed in", acts.get(2).get("about").asText());
        assertEquals("(admin.token)", acts.get(3).get("account").asText());
        String second = acts.get(1).get("id").asText();
        assertEquals(
                acts.get(2),
                mira.get("admin/acts?tenant=" + tenant + "&before=" + second)
                        .ok()
                        .json()
                        .get(0));
    }

    @Test
    @Tag("A-908")
    void neitherPasswordsNorSessionsAreReadableInTheDatabase() throws SQLException {
        String tenant = cloud.newTenant();
        Browser mira = Browser.ofNew(cloud, tenant, "mira@" + tenant, "tenant_admin", "");
        String secret = mira.cookie().replaceFirst(".*:", "");
        try (Connection connection = SchemaTest.connect(cloud.database());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("account", "account_session", "admin_act")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            String value = String.valueOf(rows.getString(column));
                            assertFalse(value.contains(Browser.PASSWORD), table);
                            assertFalse(value.contains(secret), table);
                        }
                    }
                }
            }
        }
    }

    private static String passwords(String current, String wanted) {
        return "{\"current\":\"" + current + "\",\"password\":\"" + wanted + "\"}";
    }
}
