package outpost.cloud.internal.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outpost.cloud.internal.store.StorageException;
import outpost.cloud.internal.updates.Channels;
import outpost.cloud.internal.updates.Releases;

/**
 * {@code /updates/CHANNEL/} and {@code /updates/branch/TENANT/BRANCH/}: what a channel gives, as a p2 repository. For everybody: it is the same program for
 * all, holds no secret, and is believed for its signature alone.
 */
final class UpdatesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern BRANCH = Pattern.compile("/branch/([^/]+)/([^/]+)/(.+)");
    private static final Pattern CHANNEL = Pattern.compile("/([^/]+)/(.+)");

    private final transient Releases releases;
    private final transient Channels channels;

    UpdatesServlet(Releases releases, Channels channels) {
        this.releases = releases;
        this.channels = channels;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String asked = Optional.ofNullable(request.getPathInfo()).orElse("");
            Matcher branch = BRANCH.matcher(asked);
            Matcher channel = CHANNEL.matcher(asked);
            boolean given = false;
            if (branch.matches()) {
                String ring = channels.of(branch.group(1), branch.group(2)).wireName();
                given = give(ring, branch.group(3), response);
            } else if (channel.matches()) {
                given = give(channel.group(1), channel.group(2), response);
            }
            if (!given) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (StorageException away) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private boolean give(String channel, String path, HttpServletResponse response) throws IOException {
        return releases.give(channel, path, uploaded -> {
            response.setContentType("application/octet-stream");
            // A channel gives another release tomorrow under the same address.
            response.setHeader("Cache-Control", "no-cache");
            response.setDateHeader("Last-Modified", uploaded.toEpochMilli());
            return stream(response);
        });
    }

    private static OutputStream stream(HttpServletResponse response) {
        try {
            return response.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
