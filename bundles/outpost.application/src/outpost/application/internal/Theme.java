package outpost.application.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.swt.dom.WidgetElement;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The colours of the whole till. A theme is a palette beside the style sheet. */
enum Theme {
    LIGHT,
    DARK;

    /** The theme that a setting names. */
    static Optional<Theme> named(String name) {
        return Stream.of(values()).filter(theme -> theme.id().equals(name)).findFirst();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Colours all windows, and those that are opened later. */
    void apply(Display display, int percent) {
        CSSEngine engine = WidgetElement.getEngine(display);
        engine.reset();
        try {
            engine.parseStyleSheet(new StringReader(Stylesheet.of(text("/css/outpost.css"), palette(), percent)));
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be read", e);
        }
        for (Shell shell : display.getShells()) {
            engine.applyStyles(shell, true);
        }
    }

    private Map<String, String> palette() {
        Properties colours = new Properties();
        try (StringReader reader = new StringReader(text("/css/" + id() + ".properties"))) {
            colours.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be read", e);
        }
        return colours.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, colours::getProperty));
    }

    private static String text(String file) {
        try (InputStream in = Theme.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("this bundle lacks " + file, e);
        }
    }
}
