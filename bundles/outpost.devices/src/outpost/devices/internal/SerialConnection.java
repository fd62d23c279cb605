package outpost.devices.internal;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** A serial port. Its driver knows no limit for a write, so it is only given what it has room for. */
final class SerialConnection implements Connection {
    /** The driver counts in these. */
    static final Duration READ_STEP = Duration.ofMillis(100);

    private static final Duration WRITE_STEP = Duration.ofMillis(5);

    /** Two of these fit into the smallest buffer that a driver has. */
    private static final int CHUNK_BYTES = 256;

    private final SerialPort port;

    SerialConnection(SerialPort port) {
        this.port = port;
    }

    @Override
    public boolean canAnswer() {
        return true;
    }

    @Override
    public void write(byte[] bytes, Duration limit) throws IOException {
        for (int start = 0; start < bytes.length; start += CHUNK_BYTES) {
            drain(CHUNK_BYTES, limit);
            byte[] chunk = Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + CHUNK_BYTES));
            if (port.writeBytes(chunk, chunk.length) != chunk.length) {
                throw broken();
            }
        }
        drain(0, limit);
    }

    @Override
    public int read(Duration limit) throws IOException {
        if (limit.isZero() && port.bytesAvailable() == 0) {
            return SILENCE;
        }
        byte[] one = new byte[1];
        for (Duration waited = Duration.ZERO; waited.compareTo(limit) <= 0; waited = waited.plus(READ_STEP)) {
            stopIfInterrupted();
            int count = port.readBytes(one, 1);
            if (count < 0) {
                throw broken();
            }
            if (count > 0) {
                return Byte.toUnsignedInt(one[0]);
            }
        }
        return SILENCE;
    }

    @Override
    public void close() {
        port.closePort();
    }

    /** Waits until no more than so many bytes have still to leave; the limit begins anew with each byte that left. */
    private void drain(int most, Duration limit) throws IOException {
        Duration waited = Duration.ZERO;
        int before = Integer.MAX_VALUE;
        for (int waiting = awaitingWrite(); waiting > most; waiting = awaitingWrite()) {
            waited = waiting < before ? Duration.ZERO : waited.plus(WRITE_STEP);
            before = waiting;
            if (waited.compareTo(limit) > 0) {
                throw new IOException("no byte taken for " + limit.toMillis() + " ms");
            }
            stopIfInterrupted();
            LockSupport.parkNanos(WRITE_STEP.toNanos());
        }
    }

    private int awaitingWrite() throws IOException {
        int waiting = port.bytesAwaitingWrite();
        if (waiting < 0) {
            throw broken();
        }
        return waiting;
    }

    private IOException broken() {
        return new IOException("the serial port broke (error " + port.getLastErrorCode() + ")");
    }

    private static void stopIfInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while waiting for the device");
        }
    }
}
