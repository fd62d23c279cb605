package outpost.cloud.internal.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.catalog.ImportAnswer;
import outpost.cloud.internal.catalog.ImportRefusedException;
import outpost.cloud.internal.store.StorageException;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.ErrorCode;

/** The one place where failures become answers, all of one shape. */
final class ErrorAnswers implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final int STORAGE_FAILED = 503;
    private static final int INTERNAL = 500;
    private static final int NOT_FOUND = 404;
    private static final int IMPORT_REFUSED = 422;
    private static final int TOO_MANY = 429;
    private static final int BUFFER_BYTES = 8192;
    private static final int DRAINED_BYTES = 32 * 1024 * 1024;

    private final SecureRandom random;
    private final LongSupplier nanoTime;

    @Context
    private HttpServletRequest request;

    ErrorAnswers(SecureRandom random, LongSupplier nanoTime) {
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /** CXF has a mapper of its own for these, which only one of the same type outdoes. */
    ExceptionMapper<WebApplicationException> forJaxRs() {
        return new JaxRsMapper(this);
    }

    private record JaxRsMapper(ErrorAnswers answers) implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException failure) {
            return answers.toResponse(failure);
        }
    }

    /** An import's refusal, in the shape of every error, with the rows beside it. */
    record ImportErrorAnswer(
            String code, String message, String requestId, long rows, long badRows, List<ImportAnswer.BadRow> bad) {}

    @Override
    public Response toResponse(Throwable failure) {
        String requestId = HexFormat.of().toHexDigits(random.nextLong());
        if (!(failure instanceof RefusedException refused && refused.isTooSlow())) {
            drain();
        }
        if (failure instanceof ImportRefusedException refused) {
            ImportAnswer answer = refused.answer();
            return answer(
                            IMPORT_REFUSED,
                            new ImportErrorAnswer(
                                    ErrorCode.POS_CATALOG_IMPORT_REFUSED.name(),
                                    refused.getMessage(),
                                    requestId,
                                    answer.rows(),
                                    answer.badRows(),
                                    answer.bad()))
                    .build();
        }
        RefusedException refusal = refusal(failure, requestId);
        Response.ResponseBuilder answer = answer(
                refusal.status(),
                new ErrorAnswer(refusal.code().name(), refusal.getMessage(), refusal.field(), requestId));
        return (refusal.status() == TOO_MANY || refusal.status() == STORAGE_FAILED
                        ? answer.header(HttpHeaders.RETRY_AFTER, refusal.retryAfterSeconds())
                        : answer)
                .build();
    }

    private static RefusedException refusal(Throwable failure, String requestId) {
        if (failure instanceof RefusedException refused) {
            LOG.debug("Request {} is refused", requestId, refused);
            return Stream.<Throwable>iterate(refused, Objects::nonNull, Throwable::getCause)
                    .filter(JsonProcessingException.class::isInstance)
                    .map(unread -> MalformedBody.refusal((JsonProcessingException) unread))
                    .findFirst()
                    .orElse(refused);
        }
        if (failure instanceof JsonProcessingException malformed) {
            LOG.debug("Request {} is malformed", requestId, malformed);
            return MalformedBody.refusal(malformed);
        }
        if (failure instanceof WebApplicationException jaxRs
                && jaxRs.getResponse().getStatus() < INTERNAL) {
            int status = jaxRs.getResponse().getStatus();
            ErrorCode code = status == NOT_FOUND ? ErrorCode.POS_SYNC_NOT_FOUND : ErrorCode.POS_SYNC_REQUEST_INVALID;
            return new RefusedException(status, code, jaxRs.getMessage());
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return RefusedException.invalid("body", "The body cannot be read: " + failure.getMessage(), failure);
        }
        if (failure instanceof StorageException) {
            LOG.error("Request {}: the database failed", requestId, failure);
            return new RefusedException(
                    STORAGE_FAILED,
                    ErrorCode.POS_SYNC_STORAGE_FAILED,
                    "The cloud cannot store now; send it again later");
        }
        LOG.error("Request {} failed", requestId, failure);
        return new RefusedException(INTERNAL, ErrorCode.POS_SYNC_INTERNAL, "The cloud has a fault; see its log");
    }

    private static Response.ResponseBuilder answer(int status, Object error) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(error);
    }

    /** A sender that is still sending would see its connection break instead of the answer. */
    private void drain() {
        try {
            InputStream body = request.getInputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            Pace pace = new Pace(nanoTime);
            int left = DRAINED_BYTES;
            while (left > 0 && !pace.isTooSlow(DRAINED_BYTES - left)) {
                int read = body.read(buffer, 0, Math.min(buffer.length, left));
                left = read < 0 ? 0 : left - read;
            }
        } catch (IOException gone) {
            LOG.debug("The sender is gone", gone);
        }
    }
}
