package outpost.reconcile.ui.internal.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outpost.catalog.Catalog;
import outpost.catalog.CatalogEdits;
import outpost.catalog.Category;
import outpost.catalog.PastEdit;
import outpost.catalog.Product;
import outpost.catalog.ProductDraft;
import outpost.catalog.Scanned;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductField;
import outpost.reconcile.ui.internal.words.FieldWords;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.values.TaxRate;
import outpost.widgets.Amounts;
import outpost.widgets.Notice;
import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Question;

/** Products found by typing or scanning, and changed field by field. Lives on the UI thread. */
public final class ProductModel {
    /** What a person at a till changes of a product; the rest is head office's. */
    static final List<ProductField> FIELDS = List.of(
            ProductField.PRICE,
            ProductField.NAME,
            ProductField.CATEGORY,
            ProductField.TAX_RATE,
            ProductField.MINIMUM_AGE);

    private static final int MOST = 50;
    private static final int MOST_HISTORY = 20;

    private final Room room;
    private final Catalog catalog;
    private final CatalogEdits edits;
    private final ProductMessages messages;
    private final Amounts amounts;
    private Runnable changed = () -> {};
    private String wanted = "";
    private List<Product> found = List.of();
    private int selected = -1;
    private Optional<ProductDraft> draft = Optional.empty();
    private List<PastEdit> history = List.of();
    private FieldWords fields;
    private List<TaxRate> rates = List.of();
    private List<Category> categories = List.of();

    private record Opened(
            Optional<ProductDraft> draft, List<PastEdit> history, List<TaxRate> rates, List<Category> categories) {}

    public ProductModel(
            Room room, Catalog catalog, CatalogEdits edits, ProductMessages messages, Words words, Amounts amounts) {
        this.room = room;
        this.catalog = catalog;
        this.edits = edits;
        this.messages = messages;
        this.amounts = amounts;
        fields = new FieldWords(words, amounts, Map.of(), Map.of());
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    String wanted() {
        return wanted;
    }

    /** Looks for that name or code; the newest text counts. */
    void search(String text) {
        if (!text.equals(wanted)) {
            wanted = text;
            String asked = text.strip();
            room.read(() -> find(asked), products -> {
                if (asked.equals(wanted.strip())) {
                    found = products;
                    select(products.size() == 1 ? 0 : -1);
                }
            });
        }
    }

    List<Product> found() {
        return found;
    }

    int selected() {
        return selected;
    }

    void select(int place) {
        selected = Math.max(-1, Math.min(found.size() - 1, place));
        open();
    }

    /** The selected product as it is sold here now. */
    Optional<ProductDraft> draft() {
        return draft;
    }

    List<PastEdit> history() {
        return history;
    }

    FieldWords fields() {
        return fields;
    }

    /** Asks for a field's new value. */
    void change(ProductField field) {
        draft.ifPresent(open -> room.dialogue().ask(question(field, open.product())));
    }

    private Question question(ProductField field, ProductBody product) {
        return switch (field) {
            case PRICE -> new Question.Number(
                    messages.newPrice(),
                    product.name() + "   " + amounts.of(product.priceMinor()),
                    amounts.figure(Figure.Unit.MONEY),
                    figure -> figure.money().ifPresent(price -> become(field, Optional.of(Json.write(price.minor())))));
            case CATEGORY -> new Question.Choice(messages.newCategory(), product.name(), categoryOptions());
            case TAX_RATE -> new Question.Choice(messages.newTax(), product.name(), rateOptions());
            case MINIMUM_AGE -> new Question.Words(
                    messages.newAge(),
                    product.name(),
                    messages.years(),
                    product.minimumAge().map(age -> Integer.toString(age)).orElse(""),
                    true,
                    typed -> become(field, Optional.of(typed).filter(age -> !age.isEmpty())));
            default -> new Question.Words(
                    messages.newName(),
                    product.name(),
                    messages.newName(),
                    product.name(),
                    false,
                    typed -> become(field, Optional.of(Json.write(typed))));
        };
    }

    private List<Question.Option> categoryOptions() {
        List<Question.Option> options = new ArrayList<>();
        options.add(Question.Option.of(
                "category-none", messages.noCategory(), () -> become(ProductField.CATEGORY, Optional.empty())));
        categories.forEach(category -> options.add(Question.Option.of(
                "category-" + category.id(),
                category.name(),
                () -> become(ProductField.CATEGORY, Optional.of(Json.write(category.id()))))));
        return options;
    }

    private List<Question.Option> rateOptions() {
        List<Question.Option> options = new ArrayList<>();
        options.add(Question.Option.of(
                "rate-none",
                fields.value(ProductField.TAX_RATE, Optional.empty()),
                () -> become(ProductField.TAX_RATE, Optional.empty())));
        rates.forEach(rate -> options.add(Question.Option.of(
                "rate-" + rate.id(),
                rate.name(),
                () -> become(ProductField.TAX_RATE, Optional.of(Json.write(rate.id()))))));
        return options;
    }

    private void become(ProductField field, Optional<String> value) {
        ProductDraft open = draft.orElseThrow();
        ProductBody wantedBody;
        try {
            wantedBody = ProductField.with(open.product(), Map.of(field, value));
            field.requireValue(value);
        } catch (IllegalArgumentException e) {
            room.say(Notice.problem(messages.notThatValue()));
            return;
        }
        if (wantedBody.equals(open.product())) {
            room.say(Notice.hint(messages.unchanged()));
            return;
        }
        Deed deed = Deed.of("product_change", open.productId())
                .with("name", open.product().name())
                .with("field", field.wireName())
                .with("before", fields.value(field, field.value(open.product())))
                .with("after", fields.value(field, value));
        room.act(deed, by -> edits.change(open, wantedBody, by), event -> {
            room.say(Notice.hint(messages.changed(wantedBody.name(), fields.name(field), fields.value(field, value))));
            reread(open.productId());
        });
    }

    /** The list and the product, both as they are now. */
    private void reread(String productId) {
        String asked = wanted.strip();
        room.read(() -> find(asked), products -> {
            found = products;
            selected = found.stream().map(Product::id).toList().indexOf(productId);
            open(Optional.of(productId));
        });
    }

    private List<Product> find(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<Product> scanned = catalog.scan(text).map(Scanned::product);
        return scanned.map(List::of).orElseGet(() -> catalog.search(text, MOST));
    }

    private void open() {
        open(Stream.of(selected)
                .filter(place -> place >= 0)
                .map(place -> found.get(place).id())
                .findFirst());
    }

    private void open(Optional<String> productId) {
        if (productId.isEmpty()) {
            draft = Optional.empty();
            history = List.of();
            changed.run();
            return;
        }
        String id = productId.get();
        room.read(
                () -> new Opened(
                        edits.open(id), edits.history(id, MOST_HISTORY), catalog.taxRates(), catalog.categories()),
                this::opened);
    }

    private void opened(Opened read) {
        draft = read.draft();
        history = read.history();
        rates = read.rates();
        categories = read.categories();
        fields = new FieldWords(
                fields.words(),
                amounts,
                rates.stream().collect(Collectors.toMap(TaxRate::id, TaxRate::name)),
                categories.stream().collect(Collectors.toMap(Category::id, Category::name)));
        changed.run();
    }
}
