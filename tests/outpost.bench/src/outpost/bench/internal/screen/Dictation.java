package outpost.bench.internal.screen;

import jakarta.annotation.PostConstruct;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.bench.internal.BenchTill;
import outpost.widgets.Banner;
import outpost.widgets.Prose;
import outpost.widgets.RowList;

/**
 * A cashier at the real window of a till in a process of its own, who does what is dictated on standard input: a line each, answered by {@code done} and that line,
 * or by {@code failed} and why. So whoever started the process can end it at any moment of a sale.
 *
 * <ul>
 *   <li>{@code product CODE} waits until the till has that product;
 *   <li>{@code scan CODE}, {@code key F12}, {@code key Shift+F4};
 *   <li>{@code shown NAME} waits until that control is seen, {@code rows NAME COUNT} until that list has so many rows;
 *   <li>{@code words NAME TEXT} waits until that text can be read there, as long as it takes;
 *   <li>{@code count NAME} is answered by {@code done count NAME ROWS}, 0 where no such list is seen.
 * </ul>
 */
public final class Dictation {
    private static final Logger LOG = LoggerFactory.getLogger(Dictation.class);
    private static final Map<String, Integer> KEYS =
            Map.of("Enter", (int) SWT.CR, "F3", SWT.F3, "F4", SWT.F4, "F5", SWT.F5, "F6", SWT.F6, "F12", SWT.F12);
    private static final Map<String, Integer> MODIFIERS = Map.of("Shift", SWT.SHIFT, "Ctrl", SWT.CTRL);

    private final InputStream input = System.in;
    private final PrintStream output = System.out;

    @PostConstruct
    void start() {
        if (System.getProperty("outpost.dictation") != null) {
            Desk desk = new Desk(Display.getCurrent(), System::nanoTime);
            Thread thread = new Thread(() -> listen(desk), "outpost-dictation");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void listen(Desk desk) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.println(answer(desk, line));
                output.flush();
            }
        } catch (IOException e) {
            LOG.error("Nobody dictates any more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answer(Desk desk, String line) throws InterruptedException {
        try {
            return "done " + line + obey(desk, line.split(" "));
        } catch (IllegalStateException e) {
            return "failed " + line + ": " + e.getMessage();
        }
    }

    private static String obey(Desk desk, String[] words) throws InterruptedException {
        String what = words[1];
        switch (words[0]) {
            case "product" -> {
                BenchTill till = BenchTill.await();
                desk.await("product " + what, () -> till.catalog().find(what).isPresent());
            }
            case "scan" -> {
                desk.focus(desk.control("entry"));
                desk.scan(what);
            }
            case "key" -> press(desk, what.split("\\+"));
            case "shown" -> desk.control(what);
            case "rows" -> desk.await(
                    "row " + words[2] + " of " + what, () -> rows(desk, what) == Integer.parseInt(words[2]));
            case "words" -> {
                String text = String.join(" ", List.of(words).subList(2, words.length));
                desk.awaitLong("'" + text + "'", () -> text(desk, what).contains(text));
            }
            case "count" -> {
                return " " + rows(desk, what);
            }
            default -> throw new IllegalStateException("nobody understands " + words[0]);
        }
        return "";
    }

    private static void press(Desk desk, String[] chord) {
        String last = chord[chord.length - 1];
        int key = KEYS.getOrDefault(last, (int) last.charAt(0));
        char character = KEYS.containsKey(last) && key != SWT.CR ? 0 : (char) key;
        if (chord.length > 1) {
            desk.pressWith(MODIFIERS.get(chord[0]), character, key);
        } else {
            desk.press(character, key);
        }
    }

    /** What is painted there for a person to read; empty while it is not seen. */
    private static String text(Desk desk, String name) {
        return desk.onScreen(() -> desk.find(name).map(Dictation::text).orElse(""));
    }

    private static String text(Control control) {
        if (control instanceof Banner banner) {
            return banner.getText();
        }
        if (control instanceof Prose prose) {
            return prose.getText();
        }
        throw new IllegalStateException("nothing is written in " + control);
    }

    private static int rows(Desk desk, String list) {
        return desk.onScreen(() -> desk.find(list)
                .map(control -> ((RowList<?>) control).rowCount())
                .orElse(0));
    }
}
