package outpost.replay.internal.screen;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.swt.widgets.Display;
import outpost.replay.internal.TillServices;
import outpost.store.LocalSettings;

/** Sits down at the till's window if this till was started with {@code -Doutpost.replay.orders=stdin}; otherwise it stays away. */
public final class ScreenCashier {
    private static final String SETTING = "replay.orders";
    private static final String STANDARD_INPUT = "stdin";

    /** @param settings null at a till whose store did not start */
    @PostConstruct
    void start(@Optional LocalSettings settings) {
        if (settings != null
                && settings.text(SETTING).filter(STANDARD_INPUT::equals).isPresent()) {
            Keyboard keyboard = new Keyboard(Display.getCurrent(), System::nanoTime);
            Orders orders = new Orders(System.in, System.out, TillServices::await, keyboard);
            Thread thread = new Thread(orders, "outpost-orders");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
