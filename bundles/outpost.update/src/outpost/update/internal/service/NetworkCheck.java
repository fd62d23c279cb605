package outpost.update.internal.service;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import outpost.protocol.Health;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.MalformedMessageException;
import outpost.update.NetworkFinding;
import outpost.update.NetworkFinding.Trouble;
import outpost.update.internal.trust.Address;

/** Goes the way to the cloud step by step, and finds out at which it ends. */
public final class NetworkCheck {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration CLOCK_BOUND = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Clock clock;
    private final BooleanSupplier hasNetwork;

    /** @param hasNetwork whether this machine has an address but its own */
    public NetworkCheck(Clock clock, BooleanSupplier hasNetwork) {
        this.clock = clock;
        this.hasNetwork = hasNetwork;
    }

    public NetworkFinding of(Address where) throws InterruptedException {
        URI cloud = where.root();
        String host = cloud.getHost();
        if (host == null) {
            return found(cloud, Trouble.NO_ADDRESS, cloud.toString());
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && !hasNetwork.getAsBoolean()) {
                return found(cloud, Trouble.NO_NETWORK, "");
            }
            Optional<NetworkFinding> unreachable = connect(cloud, address);
            return unreachable.isPresent() ? unreachable.get() : health(cloud, where);
        } catch (UnknownHostException e) {
            return hasNetwork.getAsBoolean()
                    ? found(cloud, Trouble.NAME_UNKNOWN, host)
                    : found(cloud, Trouble.NO_NETWORK, "");
        }
    }

    private static Optional<NetworkFinding> connect(URI cloud, InetAddress address) {
        int usual = "https".equals(cloud.getScheme()) ? HTTPS : HTTP;
        int port = cloud.getPort() >= 0 ? cloud.getPort() : usual;
        String place = address.getHostAddress() + ":" + port;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) LIMIT.toMillis());
            return Optional.empty();
        } catch (ConnectException e) {
            return Optional.of(found(cloud, Trouble.REFUSED, place));
        } catch (IOException e) {
            return Optional.of(found(cloud, Trouble.SILENT, place));
        }
    }

    private NetworkFinding health(URI cloud, Address where) throws InterruptedException {
        HttpClient client = where.client();
        URI health = URI.create(cloud.toString().replaceAll("/+$", "") + "/api/v1/health");
        try {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).timeout(LIMIT).build(), BodyHandlers.ofString());
            return answer.statusCode() == OK
                    ? judge(cloud, Json.read(answer.body(), Health.class))
                    : found(cloud, Trouble.NO_CLOUD, "HTTP " + answer.statusCode());
        } catch (SSLHandshakeException e) {
            return found(
                    cloud,
                    where.pin().isPresent() ? Trouble.OTHER_KEY : Trouble.NOT_TRUSTED,
                    where.pin().orElse(String.valueOf(e.getMessage())));
        } catch (SSLException e) {
            // What listens there does not speak TLS.
            return found(cloud, Trouble.NO_CLOUD, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return found(cloud, Trouble.NO_ANSWER, String.valueOf(e.getMessage()));
        } catch (MalformedMessageException e) {
            return found(cloud, Trouble.NO_CLOUD, "");
        }
    }

    private NetworkFinding judge(URI cloud, Health health) {
        if (health.protocolMin() > Limits.PROTOCOL_VERSION || health.protocolMax() < Limits.PROTOCOL_VERSION) {
            return found(
                    cloud,
                    Trouble.OTHER_GENERATION,
                    health.protocolMin() + "–" + health.protocolMax() + " / " + Limits.PROTOCOL_VERSION);
        }
        Duration off = Duration.ofMillis(clock.millis() - health.timeMillis());
        if (off.abs().compareTo(CLOCK_BOUND) > 0) {
            return found(cloud, Trouble.CLOCK_OFF, Long.toString(off.toSeconds()));
        }
        return new NetworkFinding(cloud.toString(), Optional.empty(), "");
    }

    private static NetworkFinding found(URI cloud, Trouble trouble, String detail) {
        return new NetworkFinding(cloud.toString(), Optional.of(trouble), detail);
    }
}
