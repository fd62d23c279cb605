package outpost.tools.internal.catalog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.cloud.CloudApi;
import outpost.tools.internal.screen.Figures;
import outpost.tools.internal.screen.Progress;

/** Sends a file as the cloud takes it: only some kilobytes of it are ever in memory, and what was sent is what the cloud has worked on. */
final class Upload {
    private static final long GLANCE_MILLIS = 100;

    private final CatalogFile file;
    private final AtomicLong sent = new AtomicLong();

    Upload(CatalogFile file) {
        this.file = file;
    }

    /**
     * @return the cloud's answer, whatever its status
     * @throws ToolException if there is none; then the cloud has imported nothing, unless it was cut off while it answered
     */
    HttpResponse<String> send(CloudApi cloud, String onError, Progress progress) {
        CompletableFuture<HttpResponse<String>> answer =
                cloud.importCatalog(file.format(), file.gzip(), onError, body());
        try {
            while (true) {
                try {
                    return answer.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    show(progress);
                }
            }
        } catch (ExecutionException e) {
            throw cloud.unreachable(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw new ToolException("interrupted; nothing was imported", e);
        }
    }

    private void show(Progress progress) {
        long done = sent.get();
        String text = done < file.bytes()
                ? Figures.megabytes(done) + " of " + Figures.megabytes(file.bytes()) + " sent"
                : "all sent, the cloud finishes";
        progress.show(done, file.bytes(), text);
    }

    private BodyPublisher body() {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::open), Math.max(1, file.bytes()));
    }

    private InputStream open() {
        try {
            return new Counted(file.open(), sent);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.path(), e);
        }
    }

    /** Counts what is read through it. */
    private static final class Counted extends FilterInputStream {
        private final AtomicLong count;

        Counted(InputStream in, AtomicLong count) {
            super(in);
            this.count = count;
            count.set(0);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                count.incrementAndGet();
            }
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int some = super.read(target, offset, length);
            if (some > 0) {
                count.addAndGet(some);
            }
            return some;
        }
    }
}
