package outpost.sync.worker.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once it has given more than its bound: an answer must not fill the till's memory. */
final class BoundedStream extends FilterInputStream {
    private long left;

    BoundedStream(InputStream in, long bound) {
        super(in);
        left = bound;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int octets) throws IOException {
        left -= octets;
        if (left < 0) {
            throw new IOException("the answer is longer than it may be");
        }
    }
}
