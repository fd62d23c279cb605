package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the cloud gives a browser: the page's files, and word of what has changed. */
class WatchTest extends OnOneCloud {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Tag("A-451")
    void whoWatchesATenantIsToldOfItsSalesAndOfNobodyElses() throws InterruptedException {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill stranger = TestTill.inNewTenant(cloud);
        Browser browser = Browser.ofNew(cloud, till.tenant(), "manager@" + till.tenant(), "branch_manager", "main");
        BlockingQueue<String> heard = watch(till.tenant(), Map.of("Cookie", browser.cookie(), "Origin", origin()));

        stranger.push(stranger.sale(1));
        till.push(till.sale(1));

        assertEquals("{\"kind\":\"changed\",\"of\":[\"sales\",\"quarantine\"]}", heard.poll(20, TimeUnit.SECONDS));
        assertEquals(List.of(), List.copyOf(heard));
    }

    @Test
    @Tag("A-458")
    void nobodyWatchesWithoutASessionOrFromAnotherSiteOrAnothersTenant() {
        String tenant = cloud.newTenant();
        String cookie = Browser.ofNew(cloud, tenant, "manager@" + tenant, "tenant_admin", "")
                .cookie();

        assertEquals(401, refusal(tenant, Map.of()));
        assertEquals(401, refusal(tenant, Map.of("Cookie", "outpost-session=rubbish")));
        assertEquals(403, refusal(tenant, Map.of("Cookie", cookie, "Origin", "http://elsewhere.example")));
        assertEquals(403, refusal(cloud.newTenant(), Map.of("Cookie", cookie)));
    }

    @Test
    @Tag("A-458")
    void thePageAllowsNoScriptButItsOwnAndIsSentOnce() throws Exception {
        HttpResponse<String> page = page("/", Map.of());
        assertEquals(200, page.statusCode());
        assertEquals(
                "text/html;charset=utf-8",
                page.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"), policy);
        assertTrue(!page.body().contains("<script>") && !page.body().contains("style="), "nothing inline");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, page("/", Map.of("If-None-Match", tag)).statusCode());
        assertEquals(200, page("/", Map.of("If-None-Match", "\"another\"")).statusCode());
        assertEquals(200, page("/view-fleet.js", Map.of()).statusCode());
        for (String path : List.of(
                "/none.js",
                "/internal/CloudServer.class",
                "/migrations/V1__cloud.sql",
                "/..%2fcloud",
                "/%2e%2e/x.js")) {
            int status = page(path, Map.of()).statusCode();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
    }

    private HttpResponse<String> page(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String origin() {
        return "http://" + cloud.uri("/").getAuthority();
    }

    private int refusal(String tenant, Map<String, String> headers) {
        CompletionException failure = assertThrows(CompletionException.class, () -> watch(tenant, headers));
        return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
    }

    private BlockingQueue<String> watch(String tenant, Map<String, String> headers) {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        URI uri = URI.create(cloud.uri("admin/live?tenant=" + tenant).toString().replaceFirst("http", "ws"));
        builder.buildAsync(uri, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        heard.add(text.toString());
                        from.request(1);
                        return null;
                    }
                })
                .join();
        return heard;
    }
}
