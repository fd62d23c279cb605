package outpost.cloud.internal.web;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import outpost.cloud.internal.RefusedException;

/** JSON's {@code null} is a body that no resource asks for. */
final class NoNulls implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        Object message = body.proceed();
        if (message == null) {
            throw RefusedException.invalid("body", "The body is null");
        }
        return message;
    }
}
