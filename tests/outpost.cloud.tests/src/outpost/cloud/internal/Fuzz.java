package outpost.cloud.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outpost.cloud.internal.web.ApiCalls;
import outpost.cloud.internal.web.ApiCalls.ApiCall;

/** Malformed requests to every call of the API, from a seed. Each has to be refused in the shape of every error, and must neither store nor tell anything. */
final class Fuzz {
    /** Words of the cloud's inside, which belong into its log and not into an answer. */
    private static final List<String> INSIDE = List.of(
            "Exception",
            "java.",
            "outpost.cloud",
            "org.apache",
            "com.fasterxml",
            "jdbc",
            "SELECT ",
            "INSERT ",
            "\tat ",
            "org.h2");

    private static final int TOGETHER = 25;
    private static final int SERVER_FAULT = 500;
    private static final int REFUSED = 400;
    private static final int LONG = 5_000;
    private static final int DEEP = 3_000;

    private final ObjectMapper json = new ObjectMapper();
    private final TestCloud cloud;
    private final Random random;
    private final String tenant;
    private final TestTill till;
    private String token = "";
    private final List<ApiCall> calls = ApiCalls.all().stream()
            // They would end what the others are called with.
            .filter(call ->
                    !call.path().endsWith("revocation") && !call.toString().equals("DELETE admin/session"))
            .toList();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    Fuzz(TestCloud cloud, long seed) {
        this.cloud = cloud;
        this.random = new Random(seed);
        this.till = TestTill.inNewTenant(cloud);
        this.tenant = till.tenant();
    }

    /**
     * What came of it.
     *
     * @param statuses how often each HTTP status was answered
     * @param faults what must not be
     */
    record Result(int calls, Map<Integer, Integer> statuses, List<String> faults) {}

    Result run(int requests) {
        for (int done = 0; done < requests; done += TOGETHER) {
            Map<String, Long> before = TestRows.counted(cloud);
            token = till.freshToken();
            boolean allRefused = true;
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                ApiCall call = calls.get((done + i) % calls.size());
                allRefused &= one(call, sent) >= REFUSED;
            }
            if (allRefused && !before.equals(TestRows.counted(cloud))) {
                faults.add("Something was stored by one of " + sent);
            }
            // Callers that come too often are another test's matter.
            cloud.clock().advance(Duration.ofSeconds(20));
        }
        return new Result(calls.size(), statuses, List.copyOf(faults));
    }

    private int one(ApiCall call, List<String> sent) {
        String path = Arrays.stream(call.path().split("/"))
                .map(part -> part.startsWith("{") ? encoded(word(part)) : part)
                .collect(Collectors.joining("/"));
        List<String> query = new ArrayList<>();
        // Half of the requests reach an own tenant: the others may end at its name already.
        query.add("tenant=" + (random.nextBoolean() ? tenant : encoded(text())));
        for (String name : call.query()) {
            if (!name.equals("tenant") && random.nextInt(4) > 0) {
                query.add(name + "=" + encoded(text()));
            }
        }
        byte[] body = call.isSafe() ? new byte[0] : body(call);
        String address = path + "?" + String.join("&", query);
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(cloud.uri("") + address));
        } catch (IllegalArgumentException unsendable) {
            return REFUSED;
        }
        request.header("Content-Type", pick("application/json", "application/json", "application/json", "text/plain"));
        if (call.who().equals("TERMINAL")) {
            request.header("Authorization", "Bearer " + token);
            request.header("Idempotency-Key", random.nextBoolean() ? "0".repeat(64) : encoded(text()));
        } else {
            request.header("Authorization", "Bearer " + cloud.adminToken());
        }
        switch (random.nextInt(12)) {
            case 0 -> request.header("Content-Encoding", pick("gzip", "br", "gzip, gzip", "x"));
            case 1 -> request.header("Outpost-Protocol", pick("0", "99", "x", "-1", "1e9"));
            default -> {
                // Most requests are to get behind the gate.
            }
        }
        Answer answer = send(request.method(call.method(), BodyPublishers.ofByteArray(body)));
        String what = call.method() + " " + address + " " + new String(body, StandardCharsets.UTF_8);
        sent.add(what.substring(0, Math.min(what.length(), 200)));
        judge(answer, what);
        return answer.status();
    }

    /** A refused body is not read, and its connection is closed: who comes next on it may get no answer. On a connection of its own each gets one. */
    private Answer send(HttpRequest.Builder request) {
        try {
            return cloud.send(request);
        } catch (UncheckedIOException closed) {
            return cloud.sendAlone(request);
        }
    }

    private void judge(Answer answer, String what) {
        statuses.merge(answer.status(), 1, Integer::sum);
        String shown = what.substring(0, Math.min(what.length(), 600)) + " -> " + answer.status() + " "
                + answer.body().substring(0, Math.min(answer.body().length(), 400));
        if (answer.status() >= SERVER_FAULT) {
            faults.add("A fault of the cloud: " + shown);
        }
        if (answer.status() >= REFUSED) {
            if (!isError(answer.body())) {
                faults.add("Not an error's shape: " + shown);
            }
            INSIDE.stream()
                    .filter(word -> answer.body().contains(word) && !what.contains(word))
                    .forEach(word -> faults.add("Tells of the inside (" + word + "): " + shown));
        }
    }

    private boolean isError(String body) {
        try {
            JsonNode error = json.readTree(body);
            return error.path("code").asText().startsWith("POS_")
                    && !error.path("message").asText().isEmpty();
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private byte[] body(ApiCall call) {
        String text =
                switch (random.nextInt(8)) {
                    case 0 -> "";
                    case 1 -> pick(
                            "null",
                            "[]",
                            "7",
                            "\"x\"",
                            "{",
                            "}",
                            "\u0000",
                            "[[[[",
                            "{\"a\":",
                            "nul",
                            "'x'",
                            "\uFEFF{}");
                    case 2 -> "[".repeat(DEEP) + "]".repeat(DEEP);
                    case 3 -> value(3);
                    default -> object(call);
                };
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 2) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** An object with the fields that the call reads, each of any kind. */
    private String object(ApiCall call) {
        List<String> names = call.body()
                .filter(Class::isRecord)
                .map(type -> Arrays.stream(type.getRecordComponents())
                        .map(component -> component.getName())
                        .toList())
                .orElse(List.of("events", "name", "codes", "priceMinor", "taxRateId", "ratePpm", "value"));
        return names.stream()
                .filter(name -> random.nextInt(6) > 0)
                .map(name -> quoted(name) + ":" + value(2))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> "null";
            case 1 -> pick("true", "false");
            case 2 -> pick("0", "-1", "1.5", "1e400", "9223372036854775808", "-0", "1" + "0".repeat(400), "NaN");
            case 3, 4, 5, 6 -> quoted(text());
            case 7 -> IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> value(depth - 1))
                    .collect(Collectors.joining(",", "[", "]"));
            default -> IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> quoted(word("")) + ":" + value(depth - 1))
                    .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private String word(String template) {
        return switch (template) {
            case "{type}" -> pick("product", "category", "tax_rate", "setting", "user", text());
            case "{terminal}" -> pick(till.identity().terminalId().value(), text());
            default -> pick("P1", "events", "tenantId", text());
        };
    }

    private String text() {
        return this.<Supplier<String>>any(
                        () -> "",
                        () -> "main",
                        () -> "x".repeat(1 + random.nextInt(LONG)),
                        () -> "\u0000",
                        () -> "\ud800",
                        () -> "a\u0000b",
                        () -> "' OR 1=1 --",
                        () -> "../../../etc/passwd",
                        () -> "%",
                        () -> "<script>",
                        () -> "\u202e\u0301\uFFFF",
                        () -> "-1",
                        () -> "9223372036854775808",
                        () -> "1e9",
                        () -> "2026-13-40",
                        () -> "http://192.0.2.1/",
                        () -> "product:P1",
                        () -> "main.7KQ2",
                        () -> "eyJhbGciOiJub25lIn0.e30.",
                        () -> "$argon2id$v=19$m=9999999,t=999,p=1$AA$AA",
                        () -> "pbkdf2-sha256$9999999$AAAAAAAAAAAAAAAAAAAAAA==$AAAA")
                .get();
    }

    private String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Arguments: how many requests, and the seed. Prints what was answered; ends with 1 where something must not be. */
    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("fuzz");
        Result result;
        try (TestCloud cloud = new TestCloud(data)) {
            result = new Fuzz(cloud, Long.parseLong(arguments[1])).run(Integer.parseInt(arguments[0]));
        }
        System.out.println(result.calls() + " calls, seed " + arguments[1] + ", answers by status " + result.statuses()
                + ", faults " + result.faults().size());
        result.faults().stream().limit(50).forEach(System.out::println);
        System.exit(result.faults().isEmpty() ? 0 : 1);
    }
}
