package outpost.sync.worker.internal;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Supplier;
import outpost.protocol.CloudTrust;

/** The HTTP client, made by whoever needs it first, which is the sync thread: reading the platform's authorities would hold up the till's start. */
final class Client implements Supplier<HttpClient> {
    private final HttpClient.Builder http;
    private final Supplier<Optional<String>> pin;
    private Optional<HttpClient> made = Optional.empty();

    /** @param pin of the cloud's key, asked at each new connection */
    Client(HttpClient.Builder http, Supplier<Optional<String>> pin) {
        this.http = http;
        this.pin = pin;
    }

    @Override
    public synchronized HttpClient get() {
        if (made.isEmpty()) {
            made = Optional.of(http.sslContext(CloudTrust.context(pin)).build());
        }
        return made.get();
    }
}
