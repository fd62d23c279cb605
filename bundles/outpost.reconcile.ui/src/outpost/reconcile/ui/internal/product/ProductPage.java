package outpost.reconcile.ui.internal.product;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.catalog.PastEdit;
import outpost.catalog.Product;
import outpost.catalog.ProductDraft;
import outpost.protocol.ProductField;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.widgets.Amounts;
import outpost.widgets.Buttons;
import outpost.widgets.Column;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Prose;
import outpost.widgets.Prose.Paragraph;
import outpost.widgets.Prose.Weight;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.StackCard;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** A product is found on the left, and changed field by field on the right. */
public final class ProductPage extends RoomPage {
    private static final int ROW_HEIGHT = 60;

    private final ProductModel model;
    private final ProductMessages messages;
    private final Amounts amounts;
    private final ZoneId zone;
    private final EntryField entry;
    private final StackCard card;
    private final RowList<Product> list;
    private final Sign empty;
    private final Prose detail;
    private final List<TouchButton> changes = new ArrayList<>();

    public ProductPage(RoomView view, ProductModel model, ProductMessages messages, Amounts amounts, ZoneId zone) {
        super(new Composite(view.left(), SWT.NONE), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        this.amounts = amounts;
        this.zone = zone;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        entry = Style.key(new EntryField(main, Glyph.SEARCH, messages.search()), "product-search");
        entry.setLayoutData(Grids.wide(main, 60));
        entry.setText(model.wanted());
        entry.onChange(model::search).onKey(this::key);
        card = new StackCard(main);
        list = Style.key(new RowList<Product>(card, ROW_HEIGHT), "products");
        list.column(Column.wide(Product::name, Product::code))
                .column(Column.text(140, SWT.RIGHT, SWT.BOLD, product -> amounts.of(product.price())))
                .onTap(model::select);
        empty = new Sign(card, Glyph.SEARCH);
        empty.show(messages.noneTitle(), messages.noneLine());

        detail = side.prose("product-detail");
        Composite grid = new Composite(side, SWT.NONE);
        grid.setLayoutData(Grids.wide());
        grid.setLayout(Grids.equalColumns(grid, 2, 10, 0));
        for (int place = 0; place < ProductModel.FIELDS.size(); place++) {
            field(grid, ProductModel.FIELDS.get(place), place);
        }
        model.onChange(this::show);
    }

    /** A code was scanned. */
    public void scanned(String code) {
        entry.setText(code);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        list.show(model.found(), model.selected());
        detail.show(model.draft()
                .map(this::paragraphs)
                .orElse(List.of(new Paragraph(Weight.QUIET, messages.selectProduct()))));
        changes.forEach(button -> button.setEnabled(model.draft().isPresent()));
        card.bringUp(model.found().isEmpty() ? empty : list);
    }

    private List<Paragraph> paragraphs(ProductDraft draft) {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.TITLE, draft.product().name()));
        for (ProductField field : ProductField.values()) {
            field.value(draft.product())
                    .filter(value -> field != ProductField.NAME && field != ProductField.PICTURE)
                    .ifPresent(value -> text.add(new Paragraph(
                            field == ProductField.PRICE ? Weight.STRONG : Weight.PLAIN,
                            model.fields().name(field) + ": " + model.fields().value(field, Optional.of(value)))));
        }
        if (!model.history().isEmpty()) {
            text.add(new Paragraph(Weight.RULE, ""));
            text.add(new Paragraph(Weight.STRONG, messages.history()));
            model.history().forEach(past -> text.add(new Paragraph(Weight.QUIET, said(past))));
        }
        text.add(new Paragraph(Weight.RULE, ""));
        text.add(new Paragraph(Weight.QUIET, messages.explanation()));
        return text;
    }

    private String said(PastEdit past) {
        String when =
                amounts.dayAndTime(Instant.ofEpochMilli(past.at().millis()).atZone(zone));
        List<String> lines = new ArrayList<>();
        past.changes()
                .forEach(change -> lines.add(model.fields().name(change.field()) + ": "
                        + model.fields().value(change.field(), change.value())));
        lines.add(when + "  ·  " + past.by());
        return String.join("\n", lines);
    }

    private void field(Composite grid, ProductField field, int place) {
        int key = SWT.F6 + place;
        TouchButton button = new TouchButton(
                        grid, messages.change(model.fields().name(field)), () -> model.change(field))
                .key(key, "F" + (6 + place));
        GridData data = Grids.wide(side, 60);
        data.horizontalSpan = place == ProductModel.FIELDS.size() - 1 ? 2 : 1;
        button.setLayoutData(data);
        changes.add(Style.key(button, "change-" + field.name().toLowerCase(Locale.ROOT)));
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
            model.select(model.selected() + (event.keyCode == SWT.ARROW_DOWN ? 1 : -1));
            event.doit = false;
        }
    }
}
