package outpost.sync.worker.internal;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.ErrorCode;
import outpost.protocol.Json;

/** What goes wrong with one request. The cloud's work is in the reply's supplier: a fault may let it be done, and lose the answer. */
@FunctionalInterface
interface Fault {
    void happen(HttpExchange exchange, Work work) throws IOException;

    /** Does what was asked, and answers the body. */
    @FunctionalInterface
    interface Work {
        LoopbackCloud.Reply run() throws IOException;
    }

    /** Nothing goes wrong. */
    static Fault none() {
        return (exchange, work) -> work.run().send(exchange);
    }

    /** The cloud does it once it has as many such requests at the same time as the barrier wants; if they do not come, the connection breaks. */
    static Fault togetherWithAnother(CyclicBarrier all) {
        return (exchange, work) -> {
            try {
                all.await(60, TimeUnit.SECONDS);
                work.run().send(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (BrokenBarrierException | TimeoutException alone) {
                exchange.close();
            }
        };
    }

    /** The connection breaks before the cloud has done anything. */
    static Fault cutBefore() {
        return (exchange, work) -> exchange.close();
    }

    /** The cloud does it, but its answer gets lost. */
    static Fault cutAfter() {
        return (exchange, work) -> {
            work.run();
            exchange.close();
        };
    }

    /** The cloud does it, and the connection breaks within its answer, after that many thousandths of it. */
    static Fault cutWithin(int permille) {
        return (exchange, work) -> {
            sendPart(exchange, work.run(), permille);
            exchange.close();
        };
    }

    /** The cloud does it, and its answer stops coming after that many thousandths, until the test lets it break. */
    static Fault stallWithin(int permille, CountDownLatch until) {
        return (exchange, work) -> {
            sendPart(exchange, work.run(), permille);
            silence(until).happen(exchange, work);
        };
    }

    /** The cloud refuses, in its own words. */
    static Fault refusal(int status, ErrorCode code) {
        return refusal(status, code, 0);
    }

    static Fault refusal(int status, ErrorCode code, int retryAfterSeconds) {
        return (exchange, work) -> {
            if (retryAfterSeconds > 0) {
                exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfterSeconds));
            }
            LoopbackCloud.Reply.refusal(status, code, code.name()).send(exchange);
        };
    }

    /** Something that is not the cloud answers in its place. */
    static Fault stranger(int status, String page) {
        return (exchange, work) -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    /** Nothing comes, until the test lets it go on. */
    static Fault silence(CountDownLatch until) {
        return (exchange, work) -> {
            try {
                until.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    private static void sendPart(HttpExchange exchange, LoopbackCloud.Reply reply, int permille) throws IOException {
        reply.headers(exchange);
        exchange.sendResponseHeaders(reply.status(), 0);
        OutputStream body = exchange.getResponseBody();
        body.write(reply.body(), 0, (int) ((long) reply.body().length * permille / 1_000));
        body.flush();
    }

    static byte[] error(ErrorCode code, String message) {
        return Json.write(new ErrorAnswer(code.name(), message, Optional.empty(), "request-1"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
