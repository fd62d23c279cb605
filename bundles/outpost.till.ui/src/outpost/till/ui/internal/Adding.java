package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import outpost.catalog.Category;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.sales.Grounds;
import outpost.sales.OpenItem;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Question;
import outpost.widgets.ask.Question.Option;

/** How something comes onto the ticket: asks for what neither catalog nor label knows. Lives on the UI thread. */
final class Adding {
    private static final String OWN_CODE = "-";

    private final Shop shop;
    private final Acts acts;
    private final Dialogue dialogue;
    private final Background background;
    private final SellMessages texts;
    private final Amounts amounts;
    private final Consumer<Notice> say;
    private final Consumer<Ticket> changed;

    /** @param changed hears of the ticket with what was added */
    Adding(
            Shop shop,
            Acts acts,
            Dialogue dialogue,
            Background background,
            SellMessages texts,
            Amounts amounts,
            Consumer<Notice> say,
            Consumer<Ticket> changed) {
        this.shop = shop;
        this.acts = acts;
        this.dialogue = dialogue;
        this.background = background;
        this.texts = texts;
        this.amounts = amounts;
        this.say = say;
        this.changed = changed;
    }

    /** @param count what the cashier typed before the code; above zero */
    void add(Scanned scanned, Optional<Quantity> count) {
        Product product = scanned.product();
        Optional<Quantity> quantity = scanned.quantity().or(() -> count);
        if (product.soldByWeight() && quantity.isEmpty() && scanned.price().isEmpty()) {
            ask(texts.weight(), product, Figure.Unit.QUANTITY, figure -> figure.quantity()
                    .filter(Entry::isUsual)
                    .ifPresent(weighed -> add(new Scanned(product, Optional.of(weighed), Optional.empty()), count)));
        } else if (product.openPrice() && scanned.price().isEmpty()) {
            ask(texts.price(), product, Figure.Unit.MONEY, figure -> figure.money()
                    .ifPresent(price -> add(new Scanned(product, scanned.quantity(), Optional.of(price)), count)));
        } else {
            add(product, quantity.orElse(Quantity.ONE), scanned.price());
        }
    }

    /** Something that is in no catalog: for how much, and in which department. */
    void openItem(String code) {
        background.call(
                shop.catalog()::categories,
                departments -> {
                    if (departments.isEmpty()) {
                        say.accept(Notice.problem(texts.noDepartments()));
                    } else {
                        dialogue.ask(new Question.Number(
                                texts.openItem(), code, amounts.figure(Figure.Unit.MONEY), figure -> figure.money()
                                        .ifPresent(price -> department(code, price, departments))));
                    }
                },
                failure -> say.accept(Notice.problem(texts.notDone(acts.sentence(failure)))));
    }

    private void department(String code, Money price, List<Category> departments) {
        List<Option> options = new ArrayList<>();
        for (Category department : departments) {
            options.add(Option.of(department.id(), department.name(), () -> addOpenItem(code, price, department)));
        }
        dialogue.ask(new Question.Choice(texts.department(), amounts.of(price), options));
    }

    private void addOpenItem(String code, Money price, Category department) {
        OpenItem item = new OpenItem(
                code.isEmpty() ? OWN_CODE : code,
                department.name(),
                Optional.of(department.id()),
                Quantity.ONE,
                price,
                department.taxRate());
        act(grounds -> shop.open().addOpenItem(item, grounds));
    }

    private void add(Product product, Quantity quantity, Optional<Money> price) {
        if (!Entry.isUsual(present(product).plus(quantity))) {
            say.accept(Notice.problem(texts.lineHoldsAtMost(Entry.MOST.toString())));
        } else if (price.isPresent()) {
            act(grounds -> shop.open().addPriced(product, quantity, price.get()));
        } else {
            act(grounds -> shop.open().add(product, quantity));
        }
    }

    private void act(Function<Grounds, Ticket> adding) {
        acts.now(Grounds.NONE, adding, changed);
    }

    private void ask(String title, Product product, Figure.Unit unit, Consumer<Figure> answered) {
        dialogue.ask(new Question.Number(title, product.name(), amounts.figure(unit), answered));
    }

    private Quantity present(Product product) {
        return shop.open().ticket().lines().stream()
                .filter(line -> line.productId().equals(Optional.of(product.id())) && !line.isReturn())
                .map(TicketLine::quantity)
                .reduce(new Quantity(0), Quantity::plus);
    }
}
