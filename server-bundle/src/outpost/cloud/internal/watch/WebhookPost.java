package outpost.cloud.internal.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import outpost.cloud.internal.store.Database;

/**
 * Brings alarms to webhooks: signed, and again and again until they are taken with a status of 2xx. One may arrive twice, and out of order; its
 * {@code Outpost-Delivery} stays the same.
 */
public final class WebhookPost {
    static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 50;
    private static final int MOST_DOUBLINGS = 12;
    private static final int PROBLEM_CHARS = 250;

    private final Database database;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public WebhookPost(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Due(
            String tenant,
            String webhook,
            String id,
            String body,
            long madeAt,
            int attempts,
            String url,
            String secret) {}

    /** Whether something waits whose time has come. */
    public boolean isDue() {
        return !due(1).isEmpty();
    }

    /** Sends what is due, some at a time, and notes how it went. */
    public void send() {
        List<Due> all = due(AT_ONCE);
        List<CompletableFuture<Optional<String>>> problems =
                all.stream().map(this::post).toList();
        for (int i = 0; i < all.size(); i++) {
            note(all.get(i), problems.get(i).join());
        }
        database.write(em -> em.createNativeQuery("DELETE FROM webhook_delivery WHERE made_at < ?")
                .setParameter(1, clock.millis() - FORGOTTEN_AFTER.toMillis())
                .executeUpdate());
    }

    private List<Due> due(int most) {
        return database
                .<List<?>>read(em -> em.createNativeQuery(
                                "SELECT d.tenant_id, d.webhook_id, d.delivery_id, d.body, d.made_at, d.attempts, w.url, w.secret"
                                        + " FROM webhook_delivery d JOIN webhook w ON w.tenant_id = d.tenant_id AND w.webhook_id = d.webhook_id"
                                        + " WHERE d.next_at <= ? ORDER BY d.next_at, d.delivery_id")
                        .setParameter(1, clock.millis())
                        .setMaxResults(most)
                        .getResultList())
                .stream()
                .map(row -> due((Object[]) row))
                .toList();
    }

    private static Due due(Object[] row) {
        return new Due(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue(),
                ((Number) row[5]).intValue(),
                (String) row[6],
                (String) row[7]);
    }

    /** Answers why it did not arrive; empty if it did. */
    private CompletableFuture<Optional<String>> post(Due due) {
        long seconds = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(due.url()))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("Outpost-Delivery", due.id())
                .header(
                        "Outpost-Signature",
                        "t=" + seconds + ",v1=" + signature(due.secret(), seconds + "." + due.body()))
                .POST(BodyPublishers.ofString(due.body()))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding())
                .thenApply(answer ->
                        Optional.of("status " + answer.statusCode()).filter(status -> answer.statusCode() / 100 != 2))
                .exceptionally(failure -> Optional.of(reason(failure)));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() instanceof IOException io ? io : failure;
        String text = cause.getClass().getSimpleName()
                + Optional.ofNullable(cause.getMessage())
                        .map(message -> ": " + message)
                        .orElse("");
        return text.substring(0, Math.min(text.length(), PROBLEM_CHARS));
    }

    private void note(Due due, Optional<String> problem) {
        long now = clock.millis();
        long pause =
                Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(due.attempts(), MOST_DOUBLINGS));
        boolean again = problem.isPresent() && now - due.madeAt() < GIVEN_UP_AFTER.toMillis();
        database.write(em -> em.createNativeQuery(
                        "UPDATE webhook_delivery SET attempts = attempts + 1, next_at = ?, delivered_at = ?, problem = ?"
                                + " WHERE tenant_id = ? AND webhook_id = ? AND delivery_id = ?")
                .setParameter(1, again ? Long.valueOf(now + pause) : null)
                .setParameter(2, problem.isPresent() ? null : Long.valueOf(now))
                .setParameter(3, problem.orElse(null))
                .setParameter(4, due.tenant())
                .setParameter(5, due.webhook())
                .setParameter(6, due.id())
                .executeUpdate());
    }

    /** HMAC-SHA-256 in hexadecimal digits, by the secret's own characters. */
    static String signature(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }
}
