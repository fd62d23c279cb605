package outpost.sales;

import outpost.protocol.Limits;

/**
 * A customer who wants to be known. Empty texts where something is not known; only the name is needed.
 *
 * @param id given by {@link Customers#add}
 */
public record Customer(String id, String name, String phone, String email, String taxId, String note) {
    public Customer {
        Limits.requireText("id", id, 1, Limits.CODE_CHARS);
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        Limits.requireText("phone", phone, 0, Limits.CODE_CHARS);
        Limits.requireText("email", email, 0, Limits.NAME_CHARS);
        Limits.requireText("taxId", taxId, 0, Limits.CODE_CHARS);
        Limits.requireText("note", note, 0, Limits.NAME_CHARS);
    }

    public CustomerName shortName() {
        return new CustomerName(id, name);
    }
}
