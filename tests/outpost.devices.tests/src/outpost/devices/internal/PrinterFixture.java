package outpost.devices.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import outpost.devices.Print;
import outpost.devices.Workplace;

/** A till's printing, and printers that can be without paper, silent or away. */
abstract class PrinterFixture {
    static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofSeconds(10));

    @TempDir
    Path folder;

    final Map<String, String> settings = new HashMap<>();
    final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    FakePrinter device() {
        return device(0);
    }

    FakePrinter device(int port) {
        FakePrinter device = new FakePrinter(port);
        open.add(device);
        return device;
    }

    EscPosPrinter till(String address) {
        return till(address, PATIENCE);
    }

    EscPosPrinter till(String address, Patience patience) {
        settings.put(PrinterSettings.ADDRESS, address);
        return started(patience);
    }

    EscPosPrinter started(Patience patience) {
        EscPosPrinter printer =
                new EscPosPrinter(new Place(settings, folder), patience, Clock.systemUTC(), System::nanoTime);
        printer.start();
        open.add(0, printer::stop);
        return printer;
    }

    static Print slip(String... lines) {
        Print.Builder slip = Print.titled("slip " + lines[0]);
        List.of(lines).forEach(slip::text);
        return slip.print();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Place(Map<String, String> settings, Path folder) implements Workplace {
        @Override
        public Optional<String> setting(String name) {
            return Optional.ofNullable(settings.get(name));
        }
    }
}
