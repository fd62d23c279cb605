package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import outpost.sales.Customer;
import outpost.widgets.Background;
import outpost.widgets.ask.Finder;

/** Finds customers while the cashier types; a name that nobody has can become a new customer. */
final class CustomerFinder implements Finder {
    private static final String NOBODY = "nobody";
    private static final String NEW = "new";

    private final Function<String, List<Customer>> search;
    private final Background background;
    private final SellMessages texts;
    private final boolean someone;
    private final Answers answers;
    private final Runnable changed;
    private String wanted = "";
    private List<Customer> found = List.of();

    interface Answers {
        void is(Customer customer);

        void isNew(String name);

        void isNobody();
    }

    /** @param someone whether the ticket has a customer, who may be taken off it */
    CustomerFinder(
            Function<String, List<Customer>> search,
            Background background,
            SellMessages texts,
            boolean someone,
            Answers answers,
            Runnable changed) {
        this.search = search;
        this.background = background;
        this.texts = texts;
        this.someone = someone;
        this.answers = answers;
        this.changed = changed;
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        if (wanted.isEmpty() && someone) {
            rows.add(new Row(NOBODY, texts.noCustomer(), "", ""));
        }
        found.forEach(customer -> rows.add(row(customer)));
        if (!wanted.isEmpty()) {
            rows.add(new Row(NEW, texts.newCustomer(wanted), "", ""));
        }
        return rows;
    }

    @Override
    public void lookFor(String text) {
        String asked = text.strip();
        wanted = asked;
        background.call(
                () -> search.apply(asked),
                customers -> arrived(asked, customers),
                failure -> arrived(asked, List.of()));
    }

    @Override
    public void chosen(Row row) {
        switch (row.id()) {
            case NOBODY -> answers.isNobody();
            case NEW -> answers.isNew(wanted);
            default -> found.stream()
                    .filter(customer -> customer.id().equals(row.id()))
                    .findFirst()
                    .ifPresent(answers::is);
        }
    }

    @Override
    public void notFound(String text) {
        answers.isNew(text);
    }

    private void arrived(String asked, List<Customer> customers) {
        if (Objects.equals(asked, wanted)) {
            found = customers;
            changed.run();
        }
    }

    private static Row row(Customer customer) {
        String known = Stream.of(customer.phone(), customer.email(), customer.taxId(), customer.note())
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
        return new Row(customer.id(), customer.name(), known, "");
    }
}
