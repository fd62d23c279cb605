package outpost.application.internal;

import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Draws the bar above all perspectives. */
final class TopBarView extends Composite {
    private static final int HEIGHT = 64;
    private static final int TAB_HEIGHT = 44;
    private static final int CLOCK_MILLIS = 1_000;
    /** The keys of the work perspectives, in their order; F1 opens the settings. */
    private static final List<Integer> KEYS =
            List.of(SWT.F2, SWT.F3, SWT.SHIFT | SWT.F2, SWT.SHIFT | SWT.F3, SWT.SHIFT | SWT.F4);

    private static final List<String> KEY_NAMES = List.of("F2", "F3", "⇧F2", "⇧F3", "⇧F4");

    private final Logo logo;
    private final ShopName shop;
    private final GridData shopData = new GridData(SWT.LEFT, SWT.FILL, false, true);
    private final GridData pillData = new GridData(SWT.RIGHT, SWT.CENTER, false, true);
    private final List<TouchButton> tabs = new ArrayList<>();
    private final StatusPill pill;
    private final Label time;
    private final Clock clock;
    private final DateTimeFormatter hours;

    /**
     * @param labels of the perspectives
     * @param go hears the place of the tapped one
     * @param sync leads to where a person looks after the line
     */
    TopBarView(
            Composite parent,
            List<String> labels,
            IntConsumer go,
            Runnable sync,
            Runnable settings,
            Clock clock,
            Locale locale) {
        super(parent, SWT.NONE);
        this.clock = clock;
        hours = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        GridLayout layout = Grids.columns(this, labels.size() + 6, 8, 16);
        layout.marginHeight = 0;
        setLayout(layout);
        GridData logoData = new GridData(SWT.LEFT, SWT.FILL, false, true);
        logoData.heightHint = Scale.px(this, HEIGHT);
        logo = new Logo(this);
        logo.setLayoutData(logoData);
        shop = Style.key(Style.classes(new ShopName(this), "shop"), "shop");
        shopData.horizontalIndent = Scale.px(this, 4);
        shopData.heightHint = Scale.px(this, HEIGHT);
        shop.setLayoutData(shopData);
        for (int place = 0; place < labels.size(); place++) {
            tab(labels.get(place), place, go);
        }
        new Label(this, SWT.NONE).setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        pill = Style.key(new StatusPill(this, sync), "sync");
        pill.setLayoutData(pillData);
        time = Style.key(Style.classes(new Label(this, SWT.NONE), "clock"), "clock");
        GridData timeData = new GridData(SWT.RIGHT, SWT.CENTER, false, true);
        timeData.horizontalIndent = Scale.px(this, 8);
        time.setLayoutData(timeData);
        TouchButton gear = new TouchButton(this, "", settings).glyph(Glyph.GEAR).key(SWT.F1, "F1");
        GridData gearData = new GridData(SWT.RIGHT, SWT.CENTER, false, true);
        gearData.heightHint = Scale.px(this, TAB_HEIGHT);
        Style.key(Style.classes(gear, "tab"), "settings").setLayoutData(gearData);
        addListener(SWT.Resize, event -> fit());
        tick();
    }

    void show(Indicator indicator) {
        if (!isDisposed() && pill.show(indicator)) {
            fit();
        }
    }

    /** @param selected the place of the perspective that is shown; -1 if it is none of them */
    void show(String shopName, boolean working, int selected) {
        shop.show(shopName.isEmpty() ? "Outpost" : shopName);
        for (int place = 0; place < tabs.size(); place++) {
            tabs.get(place).setVisible(working);
            Style.classes(tabs.get(place), place == selected ? "tab selected" : "tab");
        }
        pill.setVisible(working);
        fit();
    }

    /** What does not fit is taken from the shop's name; where that is not enough, the names of keys go, then clock and logo, then the pill's words; never what can be tapped. */
    private void fit() {
        pillData.widthHint = SWT.DEFAULT;
        offer(time, true);
        offer(logo, true);
        tabs.forEach(tab -> tab.showKey(true));
        squeezeShop();
        if (tooMuch() > 0) {
            tabs.forEach(tab -> tab.showKey(false));
            squeezeShop();
        }
        offer(time, tooMuch() <= 0);
        offer(logo, tooMuch() <= 0);
        if (tooMuch() > 0) {
            pillData.widthHint = Math.max(0, pill.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - tooMuch());
        }
        layout(Stream.concat(Stream.of(logo, shop, pill, time), tabs.stream()).toArray(Control[]::new));
    }

    private void squeezeShop() {
        shopData.widthHint = SWT.DEFAULT;
        if (tooMuch() > 0) {
            shopData.widthHint = Math.max(0, shop.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - tooMuch());
        }
    }

    private int tooMuch() {
        return computeSize(SWT.DEFAULT, SWT.DEFAULT).x - getSize().x;
    }

    private static void offer(Control control, boolean offered) {
        control.setVisible(offered);
        ((GridData) control.getLayoutData()).exclude = !offered;
    }

    private void tab(String label, int place, IntConsumer go) {
        TouchButton tab = new TouchButton(this, label, () -> go.accept(place));
        if (place < KEYS.size()) {
            tab.key(KEYS.get(place), KEY_NAMES.get(place));
        }
        GridData data = new GridData(SWT.LEFT, SWT.CENTER, false, true);
        data.heightHint = Scale.px(this, TAB_HEIGHT);
        data.horizontalIndent = place == 0 ? Scale.px(this, 8) : 0;
        tab.setLayoutData(data);
        tabs.add(Style.key(Style.classes(tab, "tab"), "tab-" + place));
    }

    private void tick() {
        if (!isDisposed()) {
            String now = hours.format(LocalTime.now(clock));
            if (!now.equals(time.getText())) {
                time.setText(now);
                fit();
            }
            getDisplay().timerExec(CLOCK_MILLIS, this::tick);
        }
    }
}
