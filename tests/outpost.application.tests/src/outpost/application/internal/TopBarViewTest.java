package outpost.application.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopBarViewTest {
    private final Display display = new Display();
    private final Shell shell = new Shell(display);

    @AfterEach
    void close() {
        display.dispose();
    }

    /** As many letters are not as wide: the last ones of "8 waiting" were cut off where "1 waiting" had been. */
    @Test
    void whatTheIndicatorSaysIsReadWhole() {
        shell.setLayout(new FillLayout());
        TopBarView bar = new TopBarView(
                shell, List.of("Sell", "Day"), place -> {}, () -> {}, () -> {}, Clock.systemUTC(), Locale.ENGLISH);
        shell.setSize(1_280, 100);
        shell.open();
        bar.show("Main", true, 0);
        bar.show(offline("lllllll"));

        bar.show(offline("WWWWWWW"));

        StatusPill pill = Arrays.stream(bar.getChildren())
                .filter(StatusPill.class::isInstance)
                .map(StatusPill.class::cast)
                .findFirst()
                .orElseThrow();
        int needed = pill.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        assertTrue(pill.getSize().x >= needed, pill.getSize().x + " of " + needed);
    }

    private static Indicator offline(String text) {
        return new Indicator(Indicator.Kind.OFFLINE, text, -1);
    }
}
