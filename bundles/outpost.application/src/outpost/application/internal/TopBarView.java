package outpost.application.internal;

import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Draws the bar above all perspectives. */
final class TopBarView {
    private static final int HEIGHT = 64;
    private static final int TAB_HEIGHT = 44;
    private static final int CLOCK_MILLIS = 1_000;
    /** The work perspectives answer to F2, F3 and so on; F1 is for help everywhere. */
    private static final int FIRST_KEY = 2;

    private final Composite bar;
    private final Label shop;
    private final List<TouchButton> tabs = new ArrayList<>();
    private final StatusPill pill;
    private final Label time;
    private final Clock clock = Clock.systemDefaultZone();
    private final DateTimeFormatter hours = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    /**
     * @param labels of the perspectives
     * @param go hears the place of the tapped one
     */
    TopBarView(Composite parent, List<String> labels, IntConsumer go) {
        bar = Style.classes(new Composite(parent, SWT.NONE), "topbar");
        GridLayout layout = new GridLayout(labels.size() + 5, false);
        layout.marginHeight = 0;
        layout.marginWidth = 16;
        layout.horizontalSpacing = 8;
        bar.setLayout(layout);
        GridData logoData = new GridData(SWT.LEFT, SWT.CENTER, false, true);
        logoData.heightHint = HEIGHT;
        new Logo(bar).setLayoutData(logoData);
        shop = Style.key(Style.classes(new Label(bar, SWT.NONE), "shop"), "shop");
        GridData shopData = new GridData(SWT.LEFT, SWT.CENTER, false, true);
        shopData.horizontalIndent = 4;
        shop.setLayoutData(shopData);
        for (int place = 0; place < labels.size(); place++) {
            tab(labels.get(place), place, go);
        }
        new Label(bar, SWT.NONE).setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        pill = Style.key(new StatusPill(bar, () -> go.accept(labels.size() - 1)), "sync");
        pill.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, true));
        time = Style.classes(new Label(bar, SWT.NONE), "clock");
        GridData timeData = new GridData(SWT.RIGHT, SWT.CENTER, false, true);
        timeData.horizontalIndent = 8;
        time.setLayoutData(timeData);
        tick();
    }

    void show(Indicator indicator) {
        if (!bar.isDisposed() && pill.show(indicator)) {
            bar.layout();
        }
    }

    /** @param selected the place of the perspective that is shown; -1 if it is none of them */
    void show(String shopName, boolean working, int selected) {
        shop.setText(shopName.isEmpty() ? "Outpost" : shopName);
        for (int place = 0; place < tabs.size(); place++) {
            tabs.get(place).setVisible(working);
            Style.classes(tabs.get(place), place == selected ? "tab selected" : "tab");
        }
        pill.setVisible(working);
        bar.layout();
    }

    private void tab(String label, int place, IntConsumer go) {
        int key = FIRST_KEY + place;
        TouchButton tab = new TouchButton(bar, label, () -> go.accept(place)).key(SWT.F1 + key - 1, "F" + key);
        GridData data = new GridData(SWT.LEFT, SWT.CENTER, false, true);
        data.heightHint = TAB_HEIGHT;
        data.horizontalIndent = place == 0 ? 16 : 0;
        tab.setLayoutData(data);
        tabs.add(Style.key(Style.classes(tab, "tab"), "tab-" + place));
    }

    private void tick() {
        if (!bar.isDisposed()) {
            String now = hours.format(LocalTime.now(clock));
            if (!now.equals(time.getText())) {
                time.setText(now);
                bar.layout();
            }
            bar.getDisplay().timerExec(CLOCK_MILLIS, this::tick);
        }
    }
}
