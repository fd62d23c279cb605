package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outpost.devices.CustomerDisplay.Row;
import outpost.fixtures.Await;

class DisplayTest {
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofSeconds(5));

    @Test
    void nameAndPriceStandAtTheEdges() {
        assertEquals(
                List.of("Milk 3,5%       1,29", "TOTAL          12,40"),
                shown(Map.of(), new Row("Milk 3,5%", "1,29"), new Row("TOTAL", "12,40")));
    }

    @Test
    void aLongNameIsCutAndNeverThePrice() {
        assertEquals(
                List.of("Fresh organic w 1,29", "                    "),
                shown(Map.of(), new Row("Fresh organic whole milk", "1,29"), Row.EMPTY));
    }

    @Test
    void whatTheDisplayHasNoCharacterForIsAQuestionMark() {
        assertEquals(
                List.of("Чай ??     ", "a b        "),
                shown(
                        Map.of("display.width", "11", "display.charset", "cp866"),
                        new Row("Чай 茶", ""),
                        new Row("a\tb", "")));
    }

    @Test
    void theNewestContentIsShownHoweverManyCome() throws IOException, InterruptedException {
        try (Glass glass = new Glass(0)) {
            EscPosDisplay display = display(glass.port());
            for (int price = 0; price <= 500; price++) {
                display.show(new Row("TOTAL", Integer.toString(price)), Row.EMPTY);
            }

            Await.until("the last is shown", () -> glass.upper().equals("TOTAL            500"));
            display.clear();
            Await.until("it is dark", () -> glass.upper().isBlank());
            display.stop();
        }
    }

    @Test
    void aDisplayThatWasAwayShowsTheNewestWhenItIsThere() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        EscPosDisplay display = display(port);
        display.show(new Row("first", ""), Row.EMPTY);
        display.show(new Row("last", ""), Row.EMPTY);

        try (Glass glass = new Glass(port)) {
            Await.until("the last is shown", () -> glass.upper().strip().equals("last"));
        }
        display.stop();
    }

    @Test
    void aTillWithoutADisplayLacksNothing() throws InterruptedException {
        EscPosDisplay display = new EscPosDisplay(new PrinterTest.Place(Map.of(), Path.of("unused")), PATIENCE);
        display.start();
        display.show(new Row("nobody", "looks"), Row.EMPTY);
        display.stop();
    }

    private static EscPosDisplay display(int port) {
        EscPosDisplay display = new EscPosDisplay(
                new PrinterTest.Place(Map.of("display.address", "tcp://127.0.0.1:" + port), Path.of("unused")),
                PATIENCE);
        display.start();
        return display;
    }

    private static List<String> shown(Map<String, String> settings, Row upper, Row lower) {
        return GlassReader.lines(DisplayText.of(new PrinterTest.Place(settings, Path.of("unused")))
                .of(upper, lower));
    }

    /** A display at a port of this machine. */
    private static final class Glass implements AutoCloseable {
        private final ServerSocket server;
        private volatile String upper = "nothing yet";

        Glass(int port) throws IOException {
            server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve, "glass");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        String upper() {
            return upper;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private void serve() {
            int length = DisplayText.of(new PrinterTest.Place(Map.of(), Path.of("unused")))
                    .of(Row.EMPTY, Row.EMPTY)
                    .length;
            try (Socket socket = server.accept()) {
                while (true) {
                    byte[] content = socket.getInputStream().readNBytes(length);
                    if (content.length < length) {
                        return;
                    }
                    upper = GlassReader.lines(content).get(0);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Understands the language of Epson's customer displays. */
    private static final class GlassReader {
        private static final Map<Integer, Charset> PAGES =
                Map.of(0, Charset.forName("IBM437"), 17, Charset.forName("IBM866"), 19, Charset.forName("IBM00858"));

        private GlassReader() {}

        static List<String> lines(byte[] bytes) {
            StringBuilder[] lines = {new StringBuilder(), new StringBuilder()};
            Charset page = PAGES.get(0);
            int line = 0;
            for (int i = 0; i < bytes.length; ) {
                int length = 1;
                if (bytes[i] == 0x1B && bytes[i + 1] == '@') {
                    Arrays.stream(lines).forEach(all -> all.setLength(0));
                    length = 2;
                } else if (bytes[i] == 0x1B && bytes[i + 1] == 't') {
                    page = PAGES.get((int) bytes[i + 2]);
                    length = 3;
                } else if (bytes[i] == 0x1F && bytes[i + 1] == '$') {
                    assertEquals(1, bytes[i + 2]);
                    line = bytes[i + 3] - 1;
                    length = 4;
                } else if (bytes[i] == 0x1F && bytes[i + 1] == 'C') {
                    length = 3;
                } else {
                    assertTrue((bytes[i] & 0xFF) >= 0x20, "a stray control character");
                    lines[line].append(new String(bytes, i, 1, page));
                }
                i += length;
            }
            return Arrays.stream(lines).map(StringBuilder::toString).toList();
        }
    }
}
