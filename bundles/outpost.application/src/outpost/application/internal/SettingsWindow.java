package outpost.application.internal;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import outpost.widgets.Grids;
import outpost.widgets.Messages;
import outpost.widgets.Overlay;
import outpost.widgets.Scale;
import outpost.widgets.Shortcuts;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Asks for language, theme and size of text; each choice takes effect at once, in this window too. */
final class SettingsWindow {
    private static final int WIDTH = 720;
    private static final int EDGE = 2;

    private final Appearance appearance;
    private final WindowMessages messages;
    private final Shell shell;
    /** Keys F2, F3 … in the order in which the choices stand. */
    private int nextKey;

    private SettingsWindow(Shell over, Appearance appearance) {
        this.appearance = appearance;
        messages = appearance.look().messages(WindowMessages.class);
        shell = Style.classes(new Shell(over, SWT.APPLICATION_MODAL | SWT.NO_TRIM), "dialog");
        FillLayout edged = new FillLayout();
        edged.marginWidth = EDGE;
        edged.marginHeight = EDGE;
        shell.setLayout(edged);
        Shortcuts.listen(shell);
        appearance.look().fill(shell, this::content);
        appearance.look().onChange(shell, this::place);
        place();
        shell.open();
        shell.forceFocus();
    }

    static void open(Shell over, Appearance appearance) {
        new SettingsWindow(over, appearance);
    }

    private Composite content() {
        nextKey = 0;
        Composite content = Style.classes(new Composite(shell, SWT.NONE), "dialog");
        content.setLayout(Grids.columns(content, 1, 14, 28));
        shell.setText(messages.settings());
        Style.classes(new Label(content, SWT.NONE), "title").setText(messages.settings());
        Composite languages = row(
                content,
                messages.settingsLanguage(),
                appearance.languages().offered().size());
        for (Locale language : appearance.languages().offered()) {
            boolean spoken =
                    language.getLanguage().equals(appearance.look().locale().getLanguage());
            String name = Messages.of(WindowMessages.class, () -> language).language();
            choice(languages, name, "language-" + language.toLanguageTag(), spoken, () -> appearance.speak(language));
        }
        Composite themes = row(content, messages.settingsTheme(), Theme.values().length);
        for (Theme theme : Theme.values()) {
            String name = theme == Theme.DARK ? messages.themeDark() : messages.themeLight();
            choice(
                    themes,
                    name,
                    "theme-" + theme.id(),
                    theme == appearance.theme(),
                    () -> wear(theme, appearance.text()));
        }
        List<TextSize> offered = List.of(TextSize.values());
        Composite sizes = row(content, messages.settingsText(), offered.size());
        for (TextSize size : offered) {
            boolean chosen = size.percent() == appearance.text();
            choice(
                    sizes,
                    size.name(messages),
                    "text-" + size.percent(),
                    chosen,
                    () -> wear(appearance.theme(), size.percent()));
        }
        TouchButton done = new TouchButton(content, messages.done(), shell::close).key(SWT.CR, "Enter");
        Style.key(Style.classes(done, "primary"), "settings-done").setLayoutData(Grids.wide(content, 72));
        return content;
    }

    private Composite row(Composite content, String label, int choices) {
        Style.classes(new Label(content, SWT.NONE), "explanation").setText(label);
        Composite row = new Composite(content, SWT.NONE);
        row.setLayoutData(Grids.wide(content, 60));
        row.setLayout(Grids.equalColumns(row, choices, 8, 0));
        return row;
    }

    private void choice(Composite row, String text, String key, boolean chosen, Runnable choose) {
        int number = 2 + nextKey++;
        TouchButton button = new TouchButton(row, text, choose);
        if (number <= 12) {
            button.key(SWT.F1 + number - 1, "F" + number);
        }
        Style.key(Style.classes(button, chosen ? "choice chosen" : "choice"), key)
                .setLayoutData(Grids.all());
    }

    private void wear(Theme theme, int text) {
        appearance.wear(shell.getDisplay(), theme, text);
    }

    /** In the middle of the window that it belongs to, however large the text has become. */
    private void place() {
        Overlay.centre(shell, shell.getParent().getShell(), Scale.px(shell, WIDTH));
        shell.forceFocus();
    }
}
