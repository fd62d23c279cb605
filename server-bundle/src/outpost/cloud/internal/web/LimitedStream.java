package outpost.cloud.internal.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import outpost.cloud.internal.RefusedException;

/** A body that refuses its request once it turns out longer than allowed, or comes more slowly. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private final Pace pace;
    private long count;

    LimitedStream(InputStream in, long limit, Pace pace) {
        super(in);
        this.limit = limit;
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        count += bytes;
        if (count > limit) {
            throw RefusedException.tooLarge(limit);
        }
        pace.require(count);
    }
}
