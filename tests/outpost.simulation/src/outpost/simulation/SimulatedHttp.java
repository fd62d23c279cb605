package outpost.simulation;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** The platform's HTTP client over a {@link Line} instead of sockets, so that the till's own code for HTTP runs unchanged. */
final class SimulatedHttp extends HttpClient {
    private static final Duration NO_LIMIT = Duration.ofMinutes(5);

    private final Line line;

    SimulatedHttp(Line line) {
        this.line = line;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        return response(request, handler, begin(request).await());
    }

    private Line.Call begin(HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        String query = request.uri().getRawQuery();
        String target = request.uri().getRawPath() + (query == null ? "" : "?" + query);
        return line.begin(
                new Exchange.Request(request.method(), target, headers, body(request)),
                request.timeout().orElse(NO_LIMIT));
    }

    private static <T> HttpResponse<T> response(HttpRequest request, BodyHandler<T> handler, Line.Arrival arrival) {
        HttpHeaders headers = HttpHeaders.of(
                arrival.answer().headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                (name, value) -> true);
        BodySubscriber<T> subscriber = handler.apply(new HttpResponse.ResponseInfo() {
            @Override
            public int statusCode() {
                return arrival.answer().status();
            }

            @Override
            public HttpHeaders headers() {
                return headers;
            }

            @Override
            public Version version() {
                return Version.HTTP_1_1;
            }
        });
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long parts) {
                // Everything that arrives is handed over at once.
            }

            @Override
            public void cancel() {
                // Nothing is on its way any more.
            }
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(arrival.answer().body(), 0, arrival.bytes())));
        if (arrival.isWhole()) {
            subscriber.onComplete();
        } else {
            subscriber.onError(new IOException("connection reset"));
        }
        T body = subscriber.getBody().toCompletableFuture().join();
        return new Response<>(request, arrival.answer().status(), headers, body);
    }

    private record Response<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
            implements HttpResponse<T> {
        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    private static byte[] body(HttpRequest request) {
        return request.bodyPublisher().map(SimulatedHttp::bytes).orElse(new byte[0]);
    }

    /** The publishers of byte arrays publish within {@code request}. */
    private static byte[] bytes(HttpRequest.BodyPublisher publisher) {
        BodySubscriber<byte[]> collector = HttpResponse.BodySubscribers.ofByteArray();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                collector.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                collector.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable failure) {
                collector.onError(failure);
            }

            @Override
            public void onComplete() {
                collector.onComplete();
            }
        });
        return collector.getBody().toCompletableFuture().join();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return new Begun<>(request, handler, begin(request));
    }

    /** An answer to come: whoever asks for it waits on simulated time. */
    private static final class Begun<T> extends CompletableFuture<HttpResponse<T>> {
        private final HttpRequest request;
        private final BodyHandler<T> handler;
        private final Line.Call call;

        Begun(HttpRequest request, BodyHandler<T> handler, Line.Call call) {
            this.request = request;
            this.handler = handler;
            this.call = call;
        }

        @Override
        public HttpResponse<T> get() throws InterruptedException, ExecutionException {
            if (!isDone()) {
                try {
                    complete(response(request, handler, call.await()));
                } catch (IOException e) {
                    completeExceptionally(e);
                }
            }
            return super.get();
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            call.abandon();
            return super.cancel(mayInterruptIfRunning);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushed) {
        throw new UnsupportedOperationException("nothing is pushed to the worker");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException("the simulated line is plain");
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException("the simulated line is plain");
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
