package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import outpost.protocol.Json;

/** A person who is signed in: the cookie that the cloud gave and the token against forged requests. */
final class Browser {
    static final String PASSWORD = "a long enough password";

    private final TestCloud cloud;
    private final String cookie;
    private final String csrf;

    private Browser(TestCloud cloud, Answer signedIn) {
        assertEquals(200, signedIn.status(), signedIn.body());
        this.cloud = cloud;
        this.cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        this.csrf = signedIn.json().get("csrf").asText();
    }

    /** Signs somebody in who has the {@link #PASSWORD}. */
    static Browser signedIn(TestCloud cloud, String account) {
        return new Browser(cloud, trySignIn(cloud, account, PASSWORD));
    }

    static Answer trySignIn(TestCloud cloud, String account, String password) {
        return cloud.post(
                "admin/session",
                Json.mapper().createObjectNode().put("name", account).put("password", password));
    }

    /** Makes an account with the {@link #PASSWORD} and signs it in. */
    static Browser ofNew(TestCloud cloud, String tenant, String account, String role, String branch) {
        cloud.admin("POST", "accounts?tenant=" + tenant, account(account, role, branch))
                .ok();
        return signedIn(cloud, account);
    }

    /** @param branch of a branch manager, otherwise empty */
    static String account(String account, String role, String branch) {
        var wanted = Json.mapper().createObjectNode();
        wanted.put("account", account).put("role", role).put("password", PASSWORD);
        if (!branch.isEmpty()) {
            wanted.put("branch", branch);
        }
        return Json.write(wanted);
    }

    Answer get(String path) {
        return cloud.send(request(path).GET());
    }

    /** A call as the dashboard's page makes it; {@code path} is below {@code /api/v1/}. */
    Answer call(String method, String path, String body) {
        return cloud.send(request(path).header("X-CSRF-Token", csrf).method(method, BodyPublishers.ofString(body)));
    }

    /** A call as a page of another site could make it. */
    Answer forged(String method, String path, String body) {
        return cloud.send(request(path).method(method, BodyPublishers.ofString(body)));
    }

    String cookie() {
        return cookie;
    }

    /** Makes this person's call of it, as the dashboard's page does. */
    HttpRequest.Builder authorised(HttpRequest.Builder request) {
        return request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(cloud.uri(path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/json");
    }
}
