package outpost.cloud.internal.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /openapi.json}, for whoever asks: it holds nothing but what the API is like. */
final class OpenApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final byte[] document;

    OpenApiServlet(List<Object> resources) {
        document = new OpenApi(resources).json().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(document);
    }
}
