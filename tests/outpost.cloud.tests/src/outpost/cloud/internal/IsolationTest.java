package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.web.ApiCalls;
import outpost.cloud.internal.web.ApiCalls.ApiCall;

/**
 * Every call with everybody's credentials: whoever may not make it is refused and changes nothing, and whoever may sees nothing of another tenant or branch.
 * The calls and who may make them are read from the resources.
 */
class IsolationTest extends OnOneCloud {
    private static final List<String> ROLES = List.of("PERSON", "BRANCH_MANAGER", "TENANT_ADMIN", "OPERATOR");

    @Override
    boolean alone() {
        return true;
    }

    /** They would end the session that the test goes on with; {@link AccountsTest} is about them. */
    private static final Set<String> OF_ONES_OWN_SESSION =
            Set.of("DELETE admin/session", "POST admin/session/password", "POST admin/session");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ApiCall> calls = ApiCalls.all();
    private Shop shop;
    private Shop second;
    private Shop other;
    private Map<String, Credential> everybody;

    /** A branch with one till that has sold something and sent something that was refused. */
    private record Shop(String tenant, String branch, TestTill till) {
        String marker() {
            return till.identity().terminalId().value();
        }
    }

    /** Somebody who calls. */
    private interface Credential {
        HttpRequest.Builder on(HttpRequest.Builder request);
    }

    @BeforeAll
    void open() {
        String tenant = cloud.newTenant();
        shop = shop(tenant, "main");
        second = shop(tenant, "second");
        other = shop(cloud.newTenant(), "main");
        everybody = new LinkedHashMap<>();
        everybody.put("nobody", request -> request);
        everybody.put("rubbish", bearer("rubbish"));
        everybody.put("no session", request -> request.header("Cookie", "outpost-session=*:rubbish"));
        everybody.put("till", bearer(shop.till().token()));
        everybody.put("till of the second branch", bearer(second.till().token()));
        everybody.put("till of another tenant", bearer(other.till().token()));
        everybody.put("manager", session(shop, "manager", "branch_manager", "main"));
        everybody.put("manager of the second branch", session(second, "manager2", "branch_manager", "second"));
        everybody.put("manager of another tenant", session(other, "manager", "branch_manager", "main"));
        everybody.put("admin", session(shop, "admin", "tenant_admin", ""));
        everybody.put("admin of another tenant", session(other, "admin", "tenant_admin", ""));
        cloud.admin("POST", "accounts?tenant=" + tenant, Browser.account("olim", "operator", ""))
                .ok();
        everybody.put("operator", Browser.signedIn(cloud, "olim")::authorised);
        everybody.put("admin.token", bearer(cloud.adminToken()));
    }

    @Test
    @Tag("A-913")
    void everyCallSaysWhoMayMakeItAndThoseForABranchKeepToOne() {
        assertTrue(calls.size() > 40, calls.toString());
        for (ApiCall call : calls) {
            assertFalse(call.who().isEmpty(), call + " is nobody's");
            boolean admin = call.path().startsWith("admin/");
            assertEquals(
                    admin && !call.toString().equals("POST admin/session"),
                    ROLES.contains(call.who()),
                    call.toString());
            // The catalog is the tenant's: all of its branches read it.
            if (call.who().equals("BRANCH_MANAGER") && !call.toString().startsWith("GET admin/catalog")) {
                assertTrue(call.query().containsAll(List.of("tenant", "branch")), call + " takes no branch");
            }
            if (call.who().equals("TENANT_ADMIN")) {
                assertTrue(call.query().contains("tenant"), call + " takes no tenant");
            }
        }
    }

    @Test
    @Tag("A-913")
    void whoeverMayNotMakeACallIsRefusedAndChangesNothing() {
        Map<String, Long> before = TestRows.counted(cloud);
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (ApiCall call : calls) {
            for (String who : everybody.keySet()) {
                if (!may(call, who)) {
                    int status = send(call, who, shop).status();
                    int expected = Set.of("nobody", "rubbish", "no session").contains(who) ? 401 : 403;
                    if (status != expected) {
                        wrong.add(who + ": " + call + " -> " + status);
                    }
                    refused++;
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, TestRows.counted(cloud));
        assertTrue(refused > 200, refused + " combinations");
    }

    @Test
    @Tag("A-913")
    void whoeverMayReadSeesNothingOfOthers() {
        List<String> wrong = new ArrayList<>();
        Map<String, Shop> readers = Map.of(
                "till of the second branch", second,
                "till of another tenant", other,
                "manager of the second branch", second,
                "manager of another tenant", other,
                "admin of another tenant", other);
        int seen = 0;
        for (ApiCall call : calls) {
            if (!call.isSafe()) {
                continue;
            }
            for (Map.Entry<String, Shop> reader : readers.entrySet()) {
                Answer answer = send(call, reader.getKey(), reader.getValue());
                seen += answer.body().contains(reader.getValue().marker()) ? 1 : 0;
                if (answer.body().contains(shop.marker())
                        || answer.body().contains("Goods of " + shop.tenant()) && reader.getValue() == other) {
                    wrong.add(reader.getKey() + ": " + call + " -> " + answer.body());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen > 5, "of their own they see something: " + seen);
    }

    @Test
    @Tag("A-913")
    void whoeverMayMakeACallIsNotRefusedForWhoHeIs() {
        List<String> wrong = new ArrayList<>();
        for (ApiCall call : calls) {
            for (String who : everybody.keySet()) {
                if (call.isSafe() && may(call, who)) {
                    int status = send(call, who, shop).status();
                    if (status == 401 || status == 403) {
                        wrong.add(who + ": " + call + " -> " + status);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    @Tag("A-913")
    void figuresAreForTheOperatorsTokenAndEachWebSocketIsForThoseWhomItTells() {
        Set<String> strangers = Set.of("nobody", "rubbish", "no session");
        Set<String> people = Set.of("manager", "manager of the second branch", "admin", "operator", "admin.token");
        for (String who : everybody.keySet()) {
            HttpRequest.Builder figures = HttpRequest.newBuilder(cloud.uri("../../metrics"));
            assertEquals(
                    who.equals("admin.token") ? 200 : 401,
                    cloud.send(everybody.get(who).on(figures)).status(),
                    who + ": metrics");
            assertEquals(who.startsWith("till") ? 101 : 401, connected("sync/live", who), who + ": sync/live");
            int asPerson = people.contains(who) ? 101 : strangers.contains(who) ? 401 : 403;
            assertEquals(asPerson, connected("admin/live?tenant=" + shop.tenant(), who), who + ": admin/live");
        }
    }

    /** The status that an upgrade to a WebSocket is answered with. */
    private int connected(String path, String who) {
        URI uri = URI.create(cloud.uri(path).toString().replaceFirst("http", "ws"));
        WebSocket.Builder builder = http.newWebSocketBuilder();
        everybody
                .get(who)
                .on(HttpRequest.newBuilder(cloud.uri(path)))
                .build()
                .headers()
                .map()
                .forEach((name, values) -> builder.header(name, values.get(0)));
        try {
            builder.buildAsync(uri, new WebSocket.Listener() {}).join().abort();
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    private static boolean may(ApiCall call, String who) {
        if (OF_ONES_OWN_SESSION.contains(call.toString())) {
            return true;
        }
        return switch (call.who()) {
            case "EVERYBODY" -> true;
            case "TERMINAL" -> who.startsWith("till");
            case "PERSON" -> Set.of("operator", "admin.token").contains(who)
                    || who.startsWith("manager")
                    || who.startsWith("admin of")
                    || who.equals("admin");
            case "BRANCH_MANAGER" -> Set.of("manager", "admin", "operator", "admin.token")
                    .contains(who);
            case "TENANT_ADMIN" -> Set.of("admin", "operator", "admin.token").contains(who);
            default -> Set.of("operator", "admin.token").contains(who);
        };
    }

    private Answer send(ApiCall call, String who, Shop about) {
        String path = call.path()
                .replace("{terminal}", about.marker())
                .replace("{type}", "product")
                .replace("{account}", "admin@" + about.tenant())
                .replaceAll("\\{\\w+}", "P1");
        String query = (call.query().contains("tenant") ? "&tenant=" + about.tenant() : "")
                + (call.who().equals("BRANCH_MANAGER") || call.query().contains("branch")
                        ? "&branch=" + about.branch()
                        : "")
                + (call.query().contains("pos") ? "&pos=pos-1" : "")
                + (call.query().contains("cursor") ? "&cursor=0" : "");
        HttpRequest.Builder request = HttpRequest.newBuilder(cloud.uri(path + query.replaceFirst("&", "?")))
                .header("Content-Type", "application/json")
                .method(call.method(), call.isSafe() ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        return cloud.send(everybody.get(who).on(request));
    }

    private static Credential bearer(String token) {
        return request -> request.header("Authorization", "Bearer " + token);
    }

    private Credential session(Shop shop, String name, String role, String branch) {
        return Browser.ofNew(cloud, shop.tenant(), name + "@" + shop.tenant(), role, branch)::authorised;
    }

    private Shop shop(String tenant, String branch) {
        cloud.newBranch(tenant, branch);
        cloud.admin("PUT", "catalog/tax_rate/standard?tenant=" + tenant, "{\"name\":\"VAT\",\"ratePpm\":200000}")
                .ok();
        cloud.admin(
                        "PUT",
                        "catalog/product/P1?tenant=" + tenant,
                        "{\"name\":\"Goods of " + tenant
                                + "\",\"codes\":[\"85123A\"],\"priceMinor\":255,\"priceDerived\":false,\"taxRateId\":\"standard\"}")
                .ok();
        TestTill till = new TestTill(cloud, cloud.newCode(tenant, branch));
        till.push(till.sale(1));
        till.push(till.event(7, outpost.protocol.EventType.SALE, "{}"));
        return new Shop(tenant, branch, till);
    }
}
