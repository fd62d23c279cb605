package outpost.devices.internal;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.Arrays;

/** A serial cable without a plug: one end is a device file, the other one is in the test's hands. Linux has such pairs. */
final class PseudoTerminal implements AutoCloseable {
    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NON_BLOCKING = 0x800;
    private static final LibC C = Native.load("c", LibC.class);

    private final int handle;

    PseudoTerminal() {
        handle = C.posix_openpt(READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING);
        if (handle < 0 || C.grantpt(handle) != 0 || C.unlockpt(handle) != 0) {
            throw new IllegalStateException("this machine gives no pseudo terminal");
        }
    }

    /** The device file of the till's end. */
    String port() {
        return C.ptsname(handle);
    }

    /** What has come from the till so far, up to 256 bytes. */
    byte[] read() {
        byte[] bytes = new byte[256];
        long count = C.read(handle, bytes, bytes.length);
        return Arrays.copyOf(bytes, (int) Math.max(0, count));
    }

    void write(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        if (C.write(handle, all, all.length) != all.length) {
            throw new IllegalStateException("the till takes nothing");
        }
    }

    @Override
    public void close() {
        C.close(handle);
    }

    /** The C library, by its own names. */
    interface LibC extends Library {
        int posix_openpt(int flags);

        int grantpt(int handle);

        int unlockpt(int handle);

        String ptsname(int handle);

        long read(int handle, byte[] bytes, long size);

        long write(int handle, byte[] bytes, long size);

        int close(int handle);
    }
}
