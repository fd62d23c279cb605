package outpost.update.internal.trust;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import outpost.protocol.CloudTrust;
import outpost.update.internal.UpdateException;

/**
 * Where a cloud is, and by which key it is known.
 *
 * @param root without a fragment
 * @param pin as {@link CloudTrust} means it; absent where certificate authorities vouch for the cloud
 */
public record Address(URI root, Optional<String> pin) {
    private static final String PIN = "#pin=";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /**
     * Reads {@code https://host:port/} or {@code https://host:port/#pin=FINGERPRINT}.
     *
     * @throws UpdateException if the text is no address
     */
    public static Address of(String text) {
        try {
            int place = text.indexOf(PIN);
            return place < 0
                    ? new Address(URI.create(text), Optional.empty())
                    : new Address(
                            URI.create(text.substring(0, place)),
                            Optional.of(CloudTrust.requirePin(text.substring(place + PIN.length()))));
        } catch (IllegalArgumentException e) {
            throw new UpdateException("'" + text + "' is no address: " + e.getMessage(), e);
        }
    }

    /** What {@link #of} reads. */
    public String text() {
        return root + pin.map(PIN::concat).orElse("");
    }

    public HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .sslContext(CloudTrust.context(() -> pin))
                .build();
    }
}
