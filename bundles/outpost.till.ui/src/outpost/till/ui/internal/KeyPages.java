package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import outpost.catalog.Key;
import outpost.catalog.Product;
import outpost.widgets.Amounts;
import outpost.widgets.EntryField;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TileGrid;
import outpost.widgets.TileGrid.Tile;
import outpost.widgets.TouchButton;

/** Pages of quick keys, and the digits as the first of them. Where there are more pages than tabs, the last tab shows all of them as tiles. */
final class KeyPages extends Composite {
    private static final int MOST_TABS = 5;
    private static final int TAB_HEIGHT = 48;
    private static final int DIGITS = 0;

    private final SellModel model;
    private final Composite tabs;
    private final Composite place;
    private final StackLayout stack = new StackLayout();
    private final Keypad digits;
    private final TileGrid<Product> products;
    private final TileGrid<QuickKeys.Page> pages;
    private final Pictures pictures = new Pictures(this);
    private final List<TouchButton> buttons = new ArrayList<>();
    private List<QuickKeys.Page> shown = List.of();
    private boolean overview;

    KeyPages(Composite parent, SellModel model, Amounts amounts, EntryField entry) {
        super(parent, SWT.NONE);
        this.model = model;
        setLayout(Grids.columns(this, 1, 8, 0));
        tabs = new Composite(this, SWT.NONE);
        tabs.setLayoutData(Grids.wide(this, TAB_HEIGHT));
        place = new Composite(this, SWT.NONE);
        place.setLayoutData(Grids.all());
        place.setLayout(stack);
        digits = Keypad.ofEntry(
                place, entry::type, entry::deleteLast, () -> model.ringing().submit(entry.getText()));
        products = new TileGrid<>(place, product -> tile(product.name(), amounts.of(product.price()), lookOf(product)));
        Style.key(products, "quick-keys");
        products.onTap(tapped -> model.ringing().tapped(page().products().get(tapped), entry.getText()));
        pages = new TileGrid<>(
                place, page -> tile(page.category().name(), "", page.category().key()));
        Style.key(pages, "quick-pages").onTap(tapped -> select(tapped + 1));
        stack.topControl = digits;
    }

    void show(SellModel now) {
        if (!shown.equals(now.quickKeys().pages())) {
            shown = now.quickKeys().pages();
            makeTabs();
        }
        int selected = now.quickKeys().selected();
        if (selected != DIGITS) {
            products.show(page().products());
        }
        pages.show(shown);
        mark(selected);
        Control top = overview ? pages : selected == DIGITS ? digits : products;
        if (stack.topControl != top) {
            stack.topControl = top;
            place.layout();
        }
    }

    private QuickKeys.Page page() {
        return shown.get(model.quickKeys().selected() - 1);
    }

    /** Without quick keys there is nothing to choose between. */
    private void makeTabs() {
        buttons.forEach(TouchButton::dispose);
        buttons.clear();
        boolean tooMany = shown.size() > MOST_TABS;
        int direct = tooMany ? MOST_TABS - 1 : shown.size();
        GridData data = (GridData) tabs.getLayoutData();
        data.exclude = shown.isEmpty();
        tabs.setVisible(!shown.isEmpty());
        tabs.setLayout(Grids.equalColumns(tabs, direct + (tooMany ? 2 : 1), 6, 0));
        tab("123", "tab-digits", () -> select(DIGITS));
        for (int page = 1; page <= direct; page++) {
            int target = page;
            tab(shown.get(page - 1).category().name(), "quick-tab-" + page, () -> select(target));
        }
        if (tooMany) {
            tab("…", "quick-tab-all", () -> {
                overview = true;
                show(model);
            });
        }
        layout(true, true);
    }

    private void tab(String text, String name, Runnable action) {
        TouchButton button = Style.key(Style.classes(new TouchButton(tabs, text, action), "choice"), name);
        GridData data = Grids.all();
        data.widthHint = Scale.px(this, 40);
        button.setLayoutData(data);
        buttons.add(button);
    }

    private void mark(int selected) {
        int last = buttons.size() - 1;
        boolean tooMany = shown.size() > MOST_TABS;
        int current = overview || tooMany && selected >= last ? last : selected;
        for (int i = 0; i < buttons.size(); i++) {
            Style.classes(buttons.get(i), i == current ? "choice chosen" : "choice");
        }
    }

    private void select(int page) {
        overview = false;
        model.quickKeys().select(page);
    }

    /** What a product's key does not say itself, its page's key says. */
    private Key lookOf(Product product) {
        Key own = product.key();
        Key page = page().category().key();
        return new Key(own.colour().or(page::colour), own.picture().or(page::picture), own.place());
    }

    private Tile tile(String text, String second, Key key) {
        return new Tile(
                text,
                second,
                key.colour().flatMap(Pictures::colour),
                key.picture().flatMap(pictures::of));
    }
}
