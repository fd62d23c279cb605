package outpost.cloud.internal.web;

import java.net.URI;
import java.util.Optional;
import java.util.zip.Deflater;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.gzip.GzipEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import outpost.cloud.internal.tls.CloudCertificate;

/** Jetty with the REST API under {@code /api/v1}, gzip both ways. */
public final class WebServer implements AutoCloseable {

    private static final int THREADS = 64;
    private static final long IDLE_TIMEOUT_MILLIS = 30_000;
    private static final long STOP_TIMEOUT_MILLIS = 15_000;

    private final RestApi rest = new RestApi();
    private final Server jetty = new Server(new QueuedThreadPool(THREADS));
    private final ServerConnector connector;
    private final String scheme;

    /**
     * Starts to listen; a request is served once this returns.
     *
     * @param certificate for HTTPS; plain HTTP where there is none
     */
    public WebServer(String host, int port, Optional<CloudCertificate> certificate, Api api) {
        scheme = certificate.isPresent() ? "https" : "http";
        connector = certificate
                .map(proof -> new ServerConnector(
                        jetty, tls(proof), new HttpConnectionFactory(http(new SecureRequestCustomizer(false)))))
                .orElseGet(() ->
                        new ServerConnector(jetty, new HttpConnectionFactory(http(new ForwardedRequestCustomizer()))));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_TIMEOUT_MILLIS);
        jetty.addConnector(connector);
        // Counts the requests under way, which a stop lets end.
        jetty.setHandler(new GracefulHandler(new SafeHeaders(api.live().before(jetty, compressed(context(api))))));
        jetty.setErrorHandler(new JsonErrors());
        jetty.setStopTimeout(STOP_TIMEOUT_MILLIS);
        try {
            jetty.start();
        } catch (Exception failure) { // Jetty's life cycle declares no narrower one.
            close();
            throw new IllegalStateException("Cannot listen on " + host + ":" + port, failure);
        }
        rest.publish(api.resources(), api.providers());
    }

    /**
     * @param customizer over TLS, one that lets any name pass: a certificate that tills know by its key stands for whatever name they call the cloud by. Plain
     *     HTTP comes from this machine alone: there, a proxy says who calls, and by which address.
     */
    private static HttpConfiguration http(HttpConfiguration.Customizer customizer) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.addCustomizer(customizer);
        return http;
    }

    private static SslConnectionFactory tls(CloudCertificate certificate) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(certificate.keyStore());
        tls.setKeyStorePassword("");
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString());
    }

    private ServletContextHandler context(Api api) {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(rest.servlet()), "/api/v1/*");
        context.addServlet(new ServletHolder(api.metrics()), "/metrics");
        context.addServlet(new ServletHolder(api.updates()), "/updates/*");
        context.addServlet(new ServletHolder(new OpenApiServlet(api.resources())), "/openapi.json");
        context.addServlet(new ServletHolder(new PageServlet()), "/");
        context.setErrorHandler(new JsonErrors());
        return context;
    }

    /** Compresses answers. Bodies are decompressed behind the gate, which counts their bytes on both sides of it. */
    private static CompressionHandler compressed(ServletContextHandler context) {
        GzipEncoderConfig fast = new GzipEncoderConfig();
        fast.setCompressionLevel(Deflater.BEST_SPEED);
        GzipCompression gzip = new GzipCompression();
        gzip.setDefaultEncoderConfig(fast);
        CompressionHandler handler = new CompressionHandler(context);
        handler.putCompression(gzip);
        handler.putConfiguration(
                "/*", CompressionConfig.builder().decompressExcludePath("/*").build());
        return handler;
    }

    /** Where the server is reached, with the port that it really got. */
    public URI url() {
        return URI.create(scheme + "://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    /** Takes no new requests, and waits a while for those that are under way. */
    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception failure) { // Jetty's life cycle declares no narrower one.
            throw new IllegalStateException("The web server did not stop", failure);
        } finally {
            rest.close();
        }
    }
}
