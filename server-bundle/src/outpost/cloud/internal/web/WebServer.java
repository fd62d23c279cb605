package outpost.cloud.internal.web;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import outpost.protocol.Json;

/** Jetty with the REST API under {@code /api/v1}, gzip both ways. */
public final class WebServer implements AutoCloseable {

    private static final int THREADS = 64;
    private static final long IDLE_TIMEOUT_MILLIS = 60_000;
    private static final long STOP_TIMEOUT_MILLIS = 5_000;

    private final RestApi api = new RestApi();
    private final Server jetty = new Server(new QueuedThreadPool(THREADS));
    private final ServerConnector connector;

    /** Starts to listen; a request is served once this returns. */
    public WebServer(String host, int port, List<Object> resources, List<Object> providers) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_TIMEOUT_MILLIS);
        jetty.addConnector(connector);
        var context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(api.servlet()), "/api/v1/*");
        var gzip = new CompressionHandler(context);
        gzip.putCompression(new GzipCompression());
        jetty.setHandler(gzip);
        jetty.setStopTimeout(STOP_TIMEOUT_MILLIS);
        try {
            jetty.start();
        } catch (Exception failure) { // Jetty's life cycle declares no narrower one.
            close();
            throw new IllegalStateException("Cannot listen on " + host + ":" + port, failure);
        }
        api.publish(
                resources,
                Stream.concat(providers.stream(), Stream.of(new JacksonJsonProvider(Json.mapper())))
                        .toList());
    }

    /** Where the server is reached, with the port that it really got. */
    public URI url() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        api.close();
        try {
            jetty.stop();
        } catch (Exception failure) { // Jetty's life cycle declares no narrower one.
            throw new IllegalStateException("The web server did not stop", failure);
        }
    }
}
