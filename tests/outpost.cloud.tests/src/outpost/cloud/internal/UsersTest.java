package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.UserBody;

class UsersTest extends OnOneCloud {
    @Test
    void aUsersPinReachesTheTillAsAHashThatItMatches() {
        TestTill till = TestTill.inNewTenant(cloud);

        Answer made = post(till, "{\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"1234\"}");

        UserBody user = user(till, made);
        assertEquals("Cashier 1", user.name());
        assertEquals(UserBody.CASHIER, user.role());
        assertTrue(user.active());
        assertTrue(user.pinHash().matches("1234"));
        assertFalse(user.pinHash().matches("1235"));
        assertTrue(user.pinHash().toString().startsWith("pbkdf2-sha256$600000$"));
        assertFalse(made.body().contains("pin"));
        assertFalse(cloud.admin("GET", "users?tenant=" + till.tenant(), "")
                .ok()
                .body()
                .contains("pin"));
    }

    @Test
    void theSamePinHasAnotherHashForEachUser() {
        TestTill till = TestTill.inNewTenant(cloud);
        Answer one = post(till, "{\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"1234\"}");
        Answer two = post(till, "{\"name\":\"Cashier 2\",\"role\":\"cashier\",\"pin\":\"1234\"}");

        assertFalse(user(till, one).pinHash().equals(user(till, two).pinHash()));
    }

    @Test
    void aChangeWithoutAPinKeepsThePin() {
        TestTill till = TestTill.inNewTenant(cloud);
        Answer made = post(till, "{\"userId\":\"anna\",\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"1234\"}");
        post(till, "{\"userId\":\"anna\",\"name\":\"Supervisor\",\"role\":\"supervisor\",\"active\":false}");

        UserBody user = user(till, made);

        assertEquals("supervisor", user.role());
        assertFalse(user.active());
        assertTrue(user.pinHash().matches("1234"));
        JsonNode list =
                cloud.admin("GET", "users?tenant=" + till.tenant(), "").ok().json();
        assertEquals(
                "[{\"userId\":\"anna\",\"name\":\"Supervisor\",\"role\":\"supervisor\",\"active\":false}]",
                list.toString());
    }

    @Test
    void aDeletedUserIsATombstone() {
        TestTill till = TestTill.inNewTenant(cloud);
        post(till, "{\"userId\":\"u1\",\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"1234\"}");
        cloud.admin("DELETE", "catalog/user/u1?tenant=" + till.tenant(), "").ok();

        CatalogCopy copy = new CatalogCopy();
        copy.pull(till, 10);

        assertEquals(1, copy.size());
        assertEquals(
                "[]",
                cloud.admin("GET", "users?tenant=" + till.tenant(), "").ok().body());
    }

    @Test
    void whatMakesNoUserIsRefused() {
        TestTill till = TestTill.inNewTenant(cloud);

        refused(till, "{\"name\":\"Cashier 1\",\"role\":\"cashier\"}", "pin");
        refused(till, "{\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"123\"}", "pin");
        refused(till, "{\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"12a4\"}", "pin");
        refused(till, "{\"name\":\"\",\"role\":\"cashier\",\"pin\":\"1234\"}", "body");
        refused(till, "{\"role\":\"cashier\",\"pin\":\"1234\"}", "body");
        refused(till, "{\"name\":\"Cashier 1\",\"pin\":\"1234\"}", "body");
        refused(
                till,
                "{\"userId\":\"" + "u".repeat(65) + "\",\"name\":\"Cashier 1\",\"role\":\"cashier\",\"pin\":\"1234\"}",
                "userId");
        cloud.admin("GET", "users?tenant=none", "").refused(404, "POS_SYNC_NOT_FOUND");
        cloud.get("admin/users", till.token()).refused(403, "POS_SYNC_FORBIDDEN");
        assertEquals(
                "[]",
                cloud.admin("GET", "users?tenant=" + till.tenant(), "").ok().body());
    }

    private void refused(TestTill till, String body, String field) {
        Answer answer =
                cloud.admin("POST", "users?tenant=" + till.tenant(), body).refused(400, "POS_SYNC_REQUEST_INVALID");
        assertEquals(field, answer.json().get("field").asText(), answer.body());
        assertFalse(answer.body().contains("1234"));
    }

    private Answer post(TestTill till, String body) {
        return cloud.admin("POST", "users?tenant=" + till.tenant(), body).ok();
    }

    /** The user as it reaches a till, by a pull that is checked by the digest. */
    private static UserBody user(TestTill till, Answer made) {
        CatalogCopy copy = new CatalogCopy();
        copy.pull(till, 10);
        String id = made.json().get("userId").asText();
        return Json.read(copy.row(Entity.USER, id).body().orElseThrow(), UserBody.class);
    }
}
