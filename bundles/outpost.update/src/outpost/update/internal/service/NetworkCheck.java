package outpost.update.internal.service;

import java.io.IOException;
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
import javax.net.ssl.SSLException;
import outpost.protocol.Health;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.MalformedMessageException;
import outpost.update.internal.trust.Address;

/** Goes the way to the cloud step by step, and says in words at which it ends. */
public final class NetworkCheck {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration CLOCK_BOUND = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Clock clock;

    public NetworkCheck(Clock clock) {
        this.clock = clock;
    }

    /** One sentence, and whether all is well. */
    public record Finding(boolean good, String sentence) {
        static Finding bad(String sentence) {
            return new Finding(false, sentence);
        }
    }

    public Finding of(Address where) throws InterruptedException {
        URI cloud = where.root();
        String host = cloud.getHost();
        if (host == null) {
            return Finding.bad("'" + cloud + "' is no address of a cloud.");
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            int port = cloud.getPort() >= 0 ? cloud.getPort() : "https".equals(cloud.getScheme()) ? HTTPS : HTTP;
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), (int) LIMIT.toMillis());
            } catch (IOException e) {
                return Finding.bad("The name " + host + " is known, but nothing answers at " + address.getHostAddress()
                        + " port " + port + ": a cable, a firewall, or the cloud itself. (" + e.getMessage() + ")");
            }
        } catch (UnknownHostException e) {
            return Finding.bad(
                    "The name " + host + " is not known: this machine has no network, or its name server does not"
                            + " answer, or the address is mistyped.");
        }
        return health(cloud, where.client());
    }

    private Finding health(URI cloud, HttpClient client) throws InterruptedException {
        URI health = URI.create(cloud.toString().replaceAll("/+$", "") + "/api/v1/health");
        try {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).timeout(LIMIT).build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                return Finding.bad("Something answers at " + cloud + ", but not as a cloud does: status "
                        + answer.statusCode() + ".");
            }
            return judge(cloud, Json.read(answer.body(), Health.class));
        } catch (SSLException e) {
            return Finding.bad("The connection to " + cloud + " is not trusted: " + e.getMessage());
        } catch (IOException e) {
            return Finding.bad(
                    "A connection to " + cloud + " can be made, but no answer comes: a proxy or a firewall in"
                            + " between, or the cloud is overloaded. (" + e.getMessage() + ")");
        } catch (MalformedMessageException e) {
            return Finding.bad("Something answers at " + cloud + ", but not as a cloud does.");
        }
    }

    private Finding judge(URI cloud, Health health) {
        if (health.protocolMin() > Limits.PROTOCOL_VERSION || health.protocolMax() < Limits.PROTOCOL_VERSION) {
            return Finding.bad("The cloud at " + cloud + " is of another generation: it speaks the versions "
                    + health.protocolMin() + " to " + health.protocolMax() + ", this till " + Limits.PROTOCOL_VERSION
                    + ".");
        }
        Duration off = Duration.ofMillis(clock.millis() - health.timeMillis());
        if (off.abs().compareTo(CLOCK_BOUND) > 0) {
            return Finding.bad("The cloud at " + cloud + " answers, but this machine's clock is off by "
                    + off.toSeconds() + " seconds.");
        }
        return new Finding(true, "The cloud at " + cloud + " answers.");
    }
}
