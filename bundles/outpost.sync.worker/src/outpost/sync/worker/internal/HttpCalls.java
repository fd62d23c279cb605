package outpost.sync.worker.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.Json;
import outpost.protocol.Limits;

/** Sends requests and sorts what comes back: an answer, a refusal, or nothing that counts as either. */
final class HttpCalls {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client;

    HttpCalls(HttpClient client) {
        this.client = client;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param silence how long nothing may come while the answer is read
     * @param bound bytes that the answer may have, decompressed
     */
    <T> T read(HttpRequest request, Duration silence, long bound, Class<T> answer)
            throws CloudException, InterruptedException {
        return value(open(request, silence), bound, answer);
    }

    /** Begins to send a request, and does not wait. */
    CompletableFuture<HttpResponse<InputStream>> begin(HttpRequest request, Duration silence) {
        return client.sendAsync(request, head -> new BodyStream(silence));
    }

    /** Waits for the answer to a request that was begun, and reads it. Who is interrupted meanwhile ends the request. */
    <T> T read(CompletableFuture<HttpResponse<InputStream>> begun, long bound, Class<T> answer)
            throws CloudException, InterruptedException {
        try {
            return value(good(begun.get()), bound, answer);
        } catch (InterruptedException e) {
            begun.cancel(true);
            throw e;
        } catch (ExecutionException | CancellationException e) {
            throw trouble(e.getCause() instanceof IOException cause ? cause : new IOException(e));
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private static <T> T value(InputStream whole, long bound, Class<T> answer)
            throws CloudException, InterruptedException {
        try (InputStream body = new BoundedStream(whole, bound)) {
            T value = Json.mapper().readValue(body, answer);
            if (value == null) {
                throw new NoAnswerException("What answers does not speak like the cloud.", null);
            }
            return value;
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** Sends a request whose answer has nothing to say. */
    void send(HttpRequest request, Duration silence) throws CloudException, InterruptedException {
        try (InputStream body = open(request, silence)) {
            body.skip(Limits.BODY_BYTES);
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /** Sends a request and hands out its answer while it arrives. */
    InputStream open(HttpRequest request, Duration silence) throws CloudException, InterruptedException {
        try {
            return good(client.send(request, head -> new BodyStream(silence)));
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private static InputStream good(HttpResponse<InputStream> response)
            throws IOException, CloudException, InterruptedException {
        InputStream body = decoded(response);
        if (response.statusCode() != OK && response.statusCode() != NO_CONTENT) {
            try (body) {
                throw refusal(response, body);
            }
        }
        return body;
    }

    /** What a failed read means; an interrupted one goes on as what it is. */
    static NoAnswerException trouble(IOException cause) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return new NoAnswerException(sentence(cause), cause);
    }

    private static String sentence(IOException cause) {
        if (cause instanceof ConnectException) {
            return "The cloud cannot be reached.";
        }
        if (cause instanceof HttpTimeoutException) {
            return "The cloud does not answer in time.";
        }
        if (cause instanceof JsonProcessingException) {
            return "What answers does not speak like the cloud, or was cut short.";
        }
        return "The connection to the cloud broke.";
    }

    private static InputStream decoded(HttpResponse<InputStream> response) throws IOException {
        InputStream body = response.body();
        boolean gzip =
                response.headers().firstValue("Content-Encoding").stream().anyMatch("gzip"::equalsIgnoreCase);
        try {
            return gzip ? new GZIPInputStream(body, 8192) : body;
        } catch (IOException e) {
            body.close();
            throw e;
        }
    }

    private static CloudException refusal(HttpResponse<InputStream> response, InputStream body)
            throws InterruptedException {
        int status = response.statusCode();
        try {
            ErrorAnswer error = Json.mapper().readValue(new BoundedStream(body, Limits.BODY_BYTES), ErrorAnswer.class);
            if (error != null && error.code() != null) {
                return new RefusalException(
                        status, error.code(), String.valueOf(error.message()), retryAfter(response));
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        if (status == TOO_MANY || status == UNAVAILABLE) {
            // A proxy in front of the cloud may say this too, in words of its own.
            return new RefusalException(
                    status, "HTTP_" + status, "The cloud is busy (HTTP " + status + ").", retryAfter(response));
        }
        return new NoAnswerException("Something else than the cloud answers (HTTP " + status + ").", null);
    }

    /** Seconds only: the form with a date would need a clock that is right. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
