package outpost.cloud.internal.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import outpost.protocol.Sha256;

/**
 * The dashboard's files, out of this bundle. A browser asks each time whether a file has changed and gets it only then, so that nobody works with half of an old page
 * after an update.
 */
final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "/outpost/cloud/dashboard/";
    private static final String FIRST = "index.html";
    /** One folder without any below it: no path can lead out. */
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.(html|js|css|svg|json)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final transient Map<String, Optional<Page>> pages = new ConcurrentHashMap<>();

    private record Page(byte[] content, String tag, String type) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(1);
        String name = path.isEmpty() ? FIRST : path;
        Optional<Page> page =
                NAME.matcher(name).matches() ? pages.computeIfAbsent(name, PageServlet::read) : Optional.empty();
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", page.get().tag());
        if (page.get().tag().equals(plain(request.getHeader("If-None-Match")))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(page.get().type());
        response.setContentLength(page.get().content().length);
        response.getOutputStream().write(page.get().content());
    }

    /** Jetty marks the tag of an answer that it compressed. */
    private static String plain(String tag) {
        return tag == null ? "" : tag.replace("--gzip\"", "\"").replaceFirst("^W/", "");
    }

    private static Optional<Page> read(String name) {
        try (InputStream in = PageServlet.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] content = in.readAllBytes();
            String tag = "\"" + Sha256.hex(new String(content, StandardCharsets.UTF_8)) + "\"";
            return Optional.of(new Page(content, tag, TYPES.get(name.substring(name.lastIndexOf('.') + 1))));
        } catch (IOException broken) {
            throw new UncheckedIOException("The bundle cannot be read", broken);
        }
    }
}
