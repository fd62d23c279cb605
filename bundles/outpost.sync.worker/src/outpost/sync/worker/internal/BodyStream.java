package outpost.sync.worker.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body as a stream that does not wait for ever. {@code HttpRequest.timeout} ends when the head of the answer is there; a line that dies after
 * that would hold the reader until the next restart.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
    private final Duration longestSilence;
    /** Holds at most one entry of data, as one is requested at a time, and the end. */
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();

    private volatile Flow.Subscription subscription;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean ended;

    BodyStream(Duration longestSilence) {
        this.longestSilence = longestSilence;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        parts.add(new Part(joined(buffers), Optional.empty()));
    }

    @Override
    public void onError(Throwable trouble) {
        parts.add(new Part(ByteBuffer.allocate(0), Optional.of(new IOException(trouble))));
    }

    @Override
    public void onComplete() {
        parts.add(Part.END);
    }

    @Override
    public int read() throws IOException {
        return fill() ? current.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(target, offset, count);
        return count;
    }

    /** What has arrived: a reader that asks for more than this may wait. */
    @Override
    public int available() {
        return current.remaining();
    }

    @Override
    public void close() {
        ended = true;
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }

    private boolean fill() throws IOException {
        while (!current.hasRemaining() && !ended) {
            Part part = next();
            if (part.trouble().isPresent()) {
                throw part.trouble().get();
            }
            if (part == Part.END) {
                ended = true;
            } else {
                current = part.data();
                subscription.request(1);
            }
        }
        return current.hasRemaining();
    }

    private Part next() throws IOException {
        try {
            Part part = parts.poll(longestSilence.toMillis(), TimeUnit.MILLISECONDS);
            if (part == null) {
                throw new HttpTimeoutException("nothing came for " + longestSilence.toSeconds() + " s");
            }
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static ByteBuffer joined(List<ByteBuffer> buffers) {
        if (buffers.size() == 1) {
            return buffers.get(0);
        }
        ByteBuffer all = ByteBuffer.allocate(
                buffers.stream().mapToInt(ByteBuffer::remaining).sum());
        buffers.forEach(all::put);
        return all.flip();
    }

    private record Part(ByteBuffer data, Optional<IOException> trouble) {
        static final Part END = new Part(ByteBuffer.allocate(0), Optional.empty());
    }
}
