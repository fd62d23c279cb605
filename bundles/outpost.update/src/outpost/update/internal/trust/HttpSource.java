package outpost.update.internal.trust;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A channel of the cloud, or of any web server. */
final class HttpSource implements Source {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final URI root;

    HttpSource(Address address) {
        String text = address.root().toString();
        root = URI.create(text.endsWith("/") ? text : text + "/");
        http = address.client();
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException, InterruptedException {
        URI file = root.resolve(path);
        HttpResponse<InputStream> answer =
                http.send(HttpRequest.newBuilder(file).timeout(LIMIT).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == OK) {
            return Optional.of(answer.body());
        }
        answer.body().close();
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        throw new IOException(file + " answered with status " + answer.statusCode());
    }
}
