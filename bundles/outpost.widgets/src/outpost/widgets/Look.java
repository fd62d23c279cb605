package outpost.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * In which language the till speaks at this moment, and word of each change of language, theme or size of text. There is one for the whole
 * window, in the application's context. Lives on the UI thread; only {@link #locale} and the messages may be used from others.
 */
public final class Look {
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile Locale locale;

    public Look(Locale locale) {
        this.locale = locale;
    }

    /** Language and region, for texts, dates and amounts. */
    public Locale locale() {
        return locale;
    }

    /** The texts of that interface in the language of the moment: see {@link Messages}. */
    public <M> M messages(Class<M> type) {
        return Messages.of(type, this::locale);
    }

    /** Hears of each change until the control is disposed. */
    public void onChange(Control owner, Runnable listener) {
        listeners.add(listener);
        owner.addListener(SWT.Dispose, event -> listeners.remove(listener));
    }

    /**
     * Fills a part with its view, now and anew at each change; so a view may take texts and sizes for good when it is made, and only its
     * model lives on. The focus goes back to the view if it was there.
     */
    public void fill(Composite parent, Supplier<? extends Control> view) {
        view.get();
        onChange(parent, () -> {
            boolean focused = holdsFocus(parent);
            if (focused) {
                // A control that goes with the focus hands it to its parents, which are going too.
                parent.getShell().forceFocus();
            }
            for (Control old : parent.getChildren()) {
                old.dispose();
            }
            Control made = view.get();
            parent.layout(true, true);
            if (focused) {
                made.setFocus();
            }
        });
    }

    /** Speaks that language from now on; to be called too after theme or size of text have changed. */
    public void become(Locale newLocale) {
        locale = newLocale;
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private static boolean holdsFocus(Composite parent) {
        for (Control at = parent.getDisplay().getFocusControl(); at != null; at = at.getParent()) {
            if (at == parent) {
                return true;
            }
        }
        return false;
    }
}
