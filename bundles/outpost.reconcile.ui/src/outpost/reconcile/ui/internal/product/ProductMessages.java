package outpost.reconcile.ui.internal.product;

/** What is said when a branch changes a product; the texts stand in the {@code messages} files beside this interface. */
public interface ProductMessages {
    String pageProducts();

    String search();

    String noneTitle();

    String noneLine();

    String selectProduct();

    String explanation();

    String change(String field);

    String newName();

    String newPrice();

    String newAge();

    String newCategory();

    String newTax();

    String noCategory();

    String years();

    String changed(String product, String field, String value);

    String unchanged();

    String history();

    String notThatValue();
}
