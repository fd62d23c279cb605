package outpost.devices.internal;

import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Understands ESC/POS as Epson's reference describes it, written without a look at what writes it. A command that it does not know is an error: a real printer
 * would print it as rubbish.
 */
final class EscPosReader {
    private static final Map<Integer, Charset> PAGES = Map.of(
            0, Charset.forName("IBM437"),
            16, Charset.forName("windows-1252"),
            17, Charset.forName("IBM866"),
            18, Charset.forName("IBM852"),
            19, Charset.forName("IBM00858"),
            46, Charset.forName("windows-1251"));

    private final Consumer<Mark> paper;
    private final Runnable saidDone;
    private final StringBuilder line = new StringBuilder();
    private Charset page;
    private boolean bold;
    private int scale;
    private boolean centred;
    private int moduleDots;
    private String stored = "";

    EscPosReader(Consumer<Mark> paper, Runnable saidDone) {
        this.paper = paper;
        this.saidDone = saidDone;
        reset();
    }

    private void reset() {
        page = PAGES.get(0);
        bold = false;
        scale = 1;
        centred = false;
        line.setLength(0);
    }

    /** Does the first command of the bytes. Answers its length, or 0 if it is not complete yet. */
    int next(byte[] bytes) {
        if (bytes.length == 0) {
            return 0;
        }
        return switch (bytes[0]) {
            case '\n' -> {
                paper.accept(new Mark.Line(line.toString(), bold, scale));
                line.setLength(0);
                yield 1;
            }
            case 0x10 -> dle(bytes);
            case 0x1B -> esc(bytes);
            case 0x1D -> gs(bytes);
            default -> character(bytes[0]);
        };
    }

    private int character(byte code) {
        if ((code & 0xFF) < 0x20) {
            throw new IllegalStateException("a stray control character " + code);
        }
        line.append(new String(new byte[] {code}, page));
        return 1;
    }

    /** Real-time commands were obeyed when they came in. */
    private static int dle(byte[] bytes) {
        if (bytes.length < 2) {
            return 0;
        }
        int length = bytes[1] == 0x04 ? 3 : 5;
        return bytes.length < length ? 0 : length;
    }

    private int esc(byte[] bytes) {
        if (bytes.length < 2) {
            return 0;
        }
        switch (bytes[1]) {
            case '@':
                reset();
                return 2;
            case '2':
                return 2;
            case 'p':
                if (bytes.length < 5) {
                    return 0;
                }
                paper.accept(new Mark.Kick(bytes[2] & 1, false));
                return 5;
            default:
                if (bytes.length < 3) {
                    return 0;
                }
                escOne(bytes[1], bytes[2] & 0xFF);
                return 3;
        }
    }

    private void escOne(byte command, int argument) {
        switch (command) {
            case 't' -> page = known(PAGES.get(argument), "code page " + argument);
            case 'E' -> bold = (argument & 1) == 1;
            case 'a' -> centred = (argument & 3) == 1;
            case 'M', '-', '3' -> known(argument, "argument");
            default -> throw new IllegalStateException("unknown ESC " + (char) command);
        }
    }

    private int gs(byte[] bytes) {
        if (bytes.length < 3) {
            return 0;
        }
        int argument = bytes[2] & 0xFF;
        switch (bytes[1]) {
            case '!':
                scale = (argument & 7) + 1;
                return 3;
            case 'V':
                paper.accept(new Mark.Cut());
                return argument == 65 || argument == 66 ? 4 : 3;
            case 'r':
                saidDone.run();
                return 3;
            case 'B', 'h', 'w', 'H', 'f':
                return 3;
            case 'v':
                return raster(bytes);
            case 'k':
                return bars(bytes);
            case '(':
                return square(bytes);
            default:
                throw new IllegalStateException("unknown GS " + (char) bytes[1]);
        }
    }

    private int raster(byte[] bytes) {
        if (bytes.length < 8) {
            return 0;
        }
        int rowBytes = (bytes[4] & 0xFF) + 256 * (bytes[5] & 0xFF);
        int rows = (bytes[6] & 0xFF) + 256 * (bytes[7] & 0xFF);
        int length = 8 + rowBytes * rows;
        if (bytes.length < length) {
            return 0;
        }
        BufferedImage image = Paper.blank(rowBytes * 8, rows);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < rowBytes * 8; x++) {
                if ((bytes[8 + y * rowBytes + x / 8] & 0x80 >> x % 8) != 0) {
                    image.setRGB(x, y, 0);
                }
            }
        }
        paper.accept(new Mark.Raster(image, centred));
        return length;
    }

    private int bars(byte[] bytes) {
        if (bytes.length < 4 || bytes.length < 4 + (bytes[3] & 0xFF)) {
            return 0;
        }
        int length = bytes[3] & 0xFF;
        String data = new String(bytes, 4, length, StandardCharsets.US_ASCII);
        if (bytes[2] != 73 || !data.startsWith("{B")) {
            throw new IllegalStateException("no Code 128 of set B: " + bytes[2] + " " + data);
        }
        paper.accept(new Mark.Bars(data.substring(2).replace("{{", "{")));
        return 4 + length;
    }

    private int square(byte[] bytes) {
        if (bytes.length < 5) {
            return 0;
        }
        int length = 5 + (bytes[3] & 0xFF) + 256 * (bytes[4] & 0xFF);
        if (bytes.length < length) {
            return 0;
        }
        switch (bytes[6]) {
            case 65, 69 -> known(bytes[7], "model or correction");
            case 67 -> moduleDots = bytes[7];
            case 80 -> stored = new String(Arrays.copyOfRange(bytes, 8, length), StandardCharsets.US_ASCII);
            case 81 -> paper.accept(new Mark.Square(stored, moduleDots));
            default -> throw new IllegalStateException("unknown GS ( k " + bytes[6]);
        }
        return length;
    }

    private static <T> T known(T value, String what) {
        if (value == null) {
            throw new IllegalStateException("unknown " + what);
        }
        return value;
    }

    /** Everything that the bytes put on paper; they must end with a whole command. */
    static List<Mark> marks(byte[] bytes) {
        List<Mark> marks = new ArrayList<>();
        EscPosReader reader = new EscPosReader(marks::add, () -> {});
        byte[] rest = bytes;
        while (rest.length > 0) {
            int length = reader.next(rest);
            if (length == 0) {
                throw new IllegalStateException(rest.length + " bytes of an unfinished command at the end");
            }
            rest = Arrays.copyOfRange(rest, length, rest.length);
        }
        return marks;
    }
}
