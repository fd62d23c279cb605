package outpost.cloud.internal.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import outpost.cloud.internal.AdminToken;
import outpost.cloud.internal.store.StorageException;
import outpost.cloud.internal.watch.Exposition;

/** {@code /metrics}, for who has the administrator's token. */
final class ExpositionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    private final transient Exposition exposition;
    private final transient AdminToken token;

    ExpositionServlet(Exposition exposition, AdminToken token) {
        this.exposition = exposition;
        this.token = token;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean known = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(token::matches)
                .isPresent();
        if (!known) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try {
            byte[] text = exposition.text().getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/plain; version=0.0.4; charset=utf-8");
            response.getOutputStream().write(text);
        } catch (StorageException away) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
