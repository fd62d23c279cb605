package outpost.application.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.store.LocalChoices;
import outpost.store.StoreException;
import outpost.widgets.Look;
import outpost.widgets.Scale;

/** Language, theme and size of text: as this machine is set, and as a person sets them, at once and for every start to come. */
final class Appearance {
    static final int LEAST_TEXT = 80;
    static final int USUAL_TEXT = 100;
    static final int MOST_TEXT = 160;
    private static final Logger LOG = LoggerFactory.getLogger(Appearance.class);
    private static final int DESIGN_WIDTH = 1280;
    private static final int DESIGN_HEIGHT = 800;
    private static final int MOST_SCREEN_PERCENT = 250;

    /** The least room that every view fits into, in every language, at the usual size of text. */
    private static final int LEAST_WIDTH = 890;

    private static final int LEAST_HEIGHT = 667;

    private final Optional<LocalChoices> settings;
    private final Languages languages;
    private final Locale system;
    private final Executor worker;
    private final Look look;
    private Theme theme;
    private int text;

    /**
     * @param settings empty where the till's data cannot be opened; nothing is kept then
     * @param worker keeps choices, one after the other
     */
    Appearance(Optional<LocalChoices> settings, Languages languages, Locale system, Executor worker) {
        this.settings = settings;
        this.languages = languages;
        this.system = system;
        this.worker = worker;
        look = new Look(languages.choose(set("language"), system));
        theme = set("theme").flatMap(Theme::named).orElse(Theme.LIGHT);
        text = (int) settings.map(known -> known.number("text.scale", USUAL_TEXT, LEAST_TEXT, MOST_TEXT))
                .orElse((long) USUAL_TEXT)
                .longValue();
    }

    Look look() {
        return look;
    }

    Languages languages() {
        return languages;
    }

    Theme theme() {
        return theme;
    }

    /** Percent of what fits the screen. */
    int text() {
        return text;
    }

    void speak(Locale language) {
        keep("language", language.toLanguageTag());
        look.become(languages.choose(Optional.of(language.toLanguageTag()), system));
    }

    void wear(Display display, Theme newTheme, int newText) {
        theme = newTheme;
        text = newText;
        keep("theme", theme.id());
        keep("text.scale", Integer.toString(text));
        scale(display);
        paint(display);
        look.become(look.locale());
    }

    /** Before the first control is made. */
    void scale(Display display) {
        Scale.set(display, percent(display.getPrimaryMonitor().getBounds(), text));
    }

    /** Once the window system's style engine is there. */
    void paint(Display display) {
        theme.apply(display, Scale.percent(display));
    }

    /** How much larger than designed the till is drawn, so that it looks the same on every screen; small ones get less, not smaller. */
    static int screenPercent(Rectangle screen) {
        int fits = Math.min(screen.width * USUAL_TEXT / DESIGN_WIDTH, screen.height * USUAL_TEXT / DESIGN_HEIGHT);
        return Math.max(USUAL_TEXT, Math.min(MOST_SCREEN_PERCENT, fits / 10 * 10));
    }

    /** How large everything is drawn with that size of text: never so large that something would be cut off. */
    static int percent(Rectangle screen, int text) {
        int most = Math.min(screen.width * USUAL_TEXT / LEAST_WIDTH, screen.height * USUAL_TEXT / LEAST_HEIGHT);
        return Math.min(screenPercent(screen) * text / USUAL_TEXT, Math.max(USUAL_TEXT, most));
    }

    private Optional<String> set(String name) {
        return settings.flatMap(known -> known.text(name));
    }

    private void keep(String name, String value) {
        settings.ifPresent(known -> worker.execute(() -> {
            try {
                known.keep(name, value);
            } catch (StoreException e) {
                LOG.warn("The choice of {} holds for this run only", name, e);
            }
        }));
    }
}
