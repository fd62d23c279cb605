package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Ed25519;
import outpost.protocol.Json;

/** The keys that sign terminals' tokens, and how they are replaced. */
class TokenKeysTest extends OnOneCloud {
    @Test
    @Tag("A-770")
    void theKeyThatTheLanesTrustSignsNoToken() throws GeneralSecurityException {
        TestTill till = TestTill.inNewTenant(cloud);

        assertFalse(isSigned(till.token(), Ed25519.publicKey(till.identity().cloudPublicKey())));
        assertEquals(
                keys().get(0).get("keyId").asText(),
                head(till.token()).get("kid").asText());
    }

    @Test
    @Tag("A-770")
    void whatAFormerKeyHasSignedHoldsAsLongAsItSays() {
        TestTill till = TestTill.inNewTenant(cloud);
        String former = till.token();
        String formerKey = keys().get(0).get("keyId").asText();

        JsonNode after = rotate("{}");
        assertEquals(formerKey, after.get(1).get("keyId").asText());
        assertTrue(after.get(1).has("replacedAt"), after::toString);
        assertFalse(after.get(0).has("replacedAt"), after::toString);

        cloud.get("sync/pull?cursor=0", former).ok();
        String next = till.freshToken();
        assertEquals(after.get(0).get("keyId").asText(), head(next).get("kid").asText());
        cloud.get("sync/pull?cursor=0", next).ok();

        cloud.clock().advance(Duration.ofMinutes(17));
        assertEquals(1, keys().size(), "a key that nobody can have a valid token of is none any more");
        cloud.get("sync/pull?cursor=0", former).refused(401, "POS_SYNC_UNAUTHORIZED");
    }

    @Test
    @Tag("A-770")
    void aKeyThatSomebodyElseMayHaveEndsAtOnceWithItsTokens() {
        TestTill till = TestTill.inNewTenant(cloud);
        String former = till.token();

        JsonNode after = rotate("{\"atOnce\":true}");

        assertEquals(1, after.size());
        cloud.get("sync/pull?cursor=0", former).refused(401, "POS_SYNC_UNAUTHORIZED");
        String next = till.freshToken();
        assertNotEquals(head(former).get("kid"), head(next).get("kid"));
        cloud.get("sync/pull?cursor=0", next).ok();
    }

    @Test
    void onlyAnOperatorMayAndItIsWrittenDown() {
        TestTill till = TestTill.inNewTenant(cloud);
        Browser mira = Browser.ofNew(cloud, till.tenant(), "mira@" + till.tenant(), "tenant_admin", "");

        till.get("admin/token-keys").refused(403, "POS_SYNC_FORBIDDEN");
        mira.get("admin/token-keys").refused(403, "POS_SYNC_FORBIDDEN");
        mira.call("POST", "admin/token-keys", "{}").refused(403, "POS_SYNC_FORBIDDEN");
        String answer = rotate("{}").toString();

        assertFalse(answer.toLowerCase(Locale.ROOT).contains("private"), answer);
        assertTrue(
                cloud.admin("GET", "acts/cloud", "").ok().body().contains("admin/token-keys"),
                "the act is in the cloud's trail");
    }

    private JsonNode keys() {
        return cloud.admin("GET", "token-keys", "").ok().json();
    }

    private JsonNode rotate(String body) {
        cloud.clock().advance(Duration.ofSeconds(1));
        return cloud.admin("POST", "token-keys", body).ok().json();
    }

    private static JsonNode head(String token) {
        byte[] json = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return Json.read(new String(json, StandardCharsets.UTF_8), JsonNode.class);
    }

    private static boolean isSigned(String token, PublicKey key) throws GeneralSecurityException {
        int end = token.lastIndexOf('.');
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }
}
