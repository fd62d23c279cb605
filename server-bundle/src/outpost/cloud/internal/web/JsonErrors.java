package outpost.cloud.internal.web;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.ErrorCode;
import outpost.protocol.Json;

/** Gives the errors that Jetty finds before the API is reached the API's shape. */
final class JsonErrors extends ErrorHandler {
    /** Callers of an API are programs, whatever their method. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        ErrorAnswer error =
                new ErrorAnswer(code(status).name(), String.valueOf(message), Optional.empty(), request.getId());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, Json.write(error), callback);
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 404 -> ErrorCode.POS_SYNC_NOT_FOUND;
            case 413 -> ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE;
            default -> status < 500 ? ErrorCode.POS_SYNC_REQUEST_INVALID : ErrorCode.POS_SYNC_INTERNAL;
        };
    }
}
