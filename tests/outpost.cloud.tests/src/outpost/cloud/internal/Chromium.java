package outpost.cloud.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import outpost.protocol.Json;

/** A real Chromium with one page, driven over its DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final WebSocket socket;
    private final String session;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** @param profile an empty folder */
    Chromium(Path profile, int width, int height) {
        process = start(profile, width, height);
        socket = connect(port(profile));
        JsonNode page = eventually("a page", () -> {
            for (JsonNode target :
                    command(Map.of(), "Target.getTargets", Map.of()).get("targetInfos")) {
                if (target.get("type").asText().equals("page")) {
                    return target;
                }
            }
            return null;
        });
        session = command(
                        Map.of(),
                        "Target.attachToTarget",
                        Map.of("targetId", page.get("targetId").asText(), "flatten", true))
                .get("sessionId")
                .asText();
        command("Page.enable", Map.of());
        command("Runtime.enable", Map.of());
        command("Log.enable", Map.of());
        size(width, height);
    }

    private static Process start(Path profile, int width, int height) {
        String program = PROGRAMS.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not installed: 'outpost test' installs it"));
        try {
            return new ProcessBuilder(
                            program,
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--remote-debugging-port=0",
                            "--remote-allow-origins=*",
                            "--lang=en",
                            "--user-data-dir=" + profile,
                            "--window-size=" + width + "," + height,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("chromium.log").toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private URI port(Path profile) {
        Path file = profile.resolve("DevToolsActivePort");
        List<String> lines = eventually("Chromium starts", () -> {
            try {
                List<String> read = Files.exists(file) ? Files.readAllLines(file) : List.of();
                return read.size() < 2 ? null : read;
            } catch (IOException notYet) {
                return null;
            }
        });
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    private WebSocket connect(URI address) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Answers())
                .join();
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = Json.read(text.toString(), JsonNode.class);
                text.setLength(0);
                if (message.has("id")) {
                    answers.remove(message.get("id").asInt()).complete(message);
                } else {
                    note(message);
                }
            }
            webSocket.request(1);
            return null;
        }
    }

    /** What a developer would see in red. */
    private void note(JsonNode event) {
        JsonNode parameters = event.get("params");
        switch (event.get("method").asText()) {
            case "Runtime.exceptionThrown" -> complaints.add(
                    parameters.get("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                JsonNode entry = parameters.get("entry");
                if (entry.get("level").asText().equals("error")) {
                    complaints.add(
                            entry.get("text").asText() + " " + entry.path("url").asText());
                }
            }
            default -> {
                // Everything else goes well.
            }
        }
    }

    /** Errors of scripts, refused resources and violations of the page's policy since the last call. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    private JsonNode command(String method, Map<String, ?> parameters) {
        return command(Map.of("sessionId", session), method, parameters);
    }

    private JsonNode command(Map<String, ?> target, String method, Map<String, ?> parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        Map<String, Object> message = new HashMap<>(target);
        message.putAll(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(Json.write(message), true).join();
        JsonNode json = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (json.has("error")) {
            throw new IllegalStateException(method + ": " + json.get("error"));
        }
        return json.get("result");
    }

    /** Lets the page's clock, which goes on, show that time, in London. */
    void clock(Instant now) {
        command("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/London"));
        String source = "{ const Real = Date; const off = " + now.toEpochMilli() + " - Real.now();"
                + " globalThis.Date = class extends Real {"
                + " constructor(...parts) { if (parts.length) super(...parts); else super(Real.now() + off); }"
                + " static now() { return Real.now() + off; } }; }";
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source));
    }

    void open(URI address) {
        command("Page.navigate", Map.of("url", address.toString()));
    }

    /** As large as a screen or a phone is. */
    void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** The value of an expression in the page; a promise is waited for. */
    JsonNode value(String expression) {
        JsonNode result = command(
                "Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    /** Waits until the expression is true in the page. */
    void waitFor(String expression) {
        eventually(expression, () -> value("Boolean(" + expression + ")").asBoolean() ? expression : null);
    }

    /** Puts the focus on the button that says so, as Tab does. */
    void focus(String label) {
        waitFor("(() => { const e = [...document.querySelectorAll('button,a')].find(e => e.innerText.trim() === "
                + Json.write(label) + " && e.offsetParent); if (e) e.focus(); return e; })()");
    }

    /** Forgets who was signed in there, and what that person preferred. */
    void forget(URI address) {
        command("Network.clearBrowserCookies", Map.of());
        command(
                "Storage.clearDataForOrigin",
                Map.of("origin", "http://" + address.getAuthority(), "storageTypes", "local_storage"));
    }

    /** What a reader of the screen is told: the nodes of the accessibility tree. */
    JsonNode accessible() {
        return command("Accessibility.getFullAXTree", Map.of()).get("nodes");
    }

    /** Waits until the page shows that text. */
    void sees(String text) {
        eventually("'" + text + "' in: " + text(), () -> text().contains(text) ? text : null);
    }

    String text() {
        return value("document.body ? document.body.innerText : ''").asText();
    }

    /** Waits for the element and clicks where its middle is, as a hand does. */
    void click(String selector) {
        JsonNode at = eventually("an element " + selector, () -> {
            JsonNode found = value("(() => { const e = document.querySelector(" + Json.write(selector)
                    + "); if (!e || e.disabled) return null; e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
                    + " return b.width ? [b.x + b.width / 2, b.y + b.height / 2] : null; })()");
            return found.isArray() ? found : null;
        });
        for (String type : List.of("mousePressed", "mouseReleased")) {
            command(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", at.get(0), "y", at.get(1), "button", "left", "clickCount", 1));
        }
    }

    /** Clicks the button or link that says so; of several the last, which lies on top. */
    void press(String label) {
        eventually("a button '" + label + "' in: " + text(), () -> {
            boolean found = value(
                            "(() => { const all = [...document.querySelectorAll('button,a')].filter(e => e.innerText.trim() === "
                                    + Json.write(label)
                                    + " && !e.disabled && e.offsetParent); const e = all[all.length - 1];"
                                    + " document.querySelectorAll('[data-pressed]').forEach(o => o.removeAttribute('data-pressed'));"
                                    + " if (e) e.setAttribute('data-pressed', ''); return Boolean(e); })()")
                    .asBoolean();
            return found ? label : null;
        });
        click("[data-pressed]");
    }

    /** Puts the focus on the control with that label and types. */
    void type(String label, String text) {
        eventually(
                "a control '" + label + "'",
                () -> value(
                                        "(() => { const labels = [...document.querySelectorAll('label')].filter(l => l.innerText.trim() === "
                                                + Json.write(label) + "); const l = labels[labels.length - 1];"
                                                + " const e = l ? document.getElementById(l.htmlFor) : document.querySelector('[aria-label=' + JSON.stringify("
                                                + Json.write(label)
                                                + ") + ']'); if (!e) return false; e.focus(); if (e.select) e.select(); return true; })()")
                                .asBoolean()
                        ? label
                        : null);
        command("Input.insertText", Map.of("text", text));
    }

    /** Presses a key that has a name: Tab, Enter, Escape. */
    void key(String name, int code) {
        String text = name.equals("Enter") ? "\r" : "";
        for (String type : List.of("keyDown", "keyUp")) {
            command(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            name,
                            "code",
                            name,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            type.equals("keyDown") ? text : ""));
        }
    }

    byte[] picture() {
        return Base64.getDecoder()
                .decode(command("Page.captureScreenshot", Map.of("format", "png"))
                        .get("data")
                        .asText());
    }

    /** Gives the page's file chooser a file. */
    void choose(String selector, Path file) {
        JsonNode root = command("DOM.getDocument", Map.of()).get("root").get("nodeId");
        JsonNode node = command("DOM.querySelector", Map.of("nodeId", root.asInt(), "selector", selector))
                .get("nodeId");
        command("DOM.setFileInputFiles", Map.of("files", List.of(file.toString()), "nodeId", node.asInt()));
    }

    private interface Look<T> {
        /** Null while it is not so. */
        T look();
    }

    private static <T> T eventually(String what, Look<T> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            T found = look.look();
            if (found != null) {
                return found;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError("Not seen in " + PATIENCE + ": " + what);
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
