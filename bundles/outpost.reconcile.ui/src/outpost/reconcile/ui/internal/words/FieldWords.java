package outpost.reconcile.ui.internal.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.protocol.Json;
import outpost.protocol.ProductField;
import outpost.widgets.Amounts;

/**
 * A product's fields and their values, as people read them.
 *
 * @param taxRates names by id
 * @param categories names by id
 */
public record FieldWords(Words words, Amounts amounts, Map<String, String> taxRates, Map<String, String> categories) {
    public FieldWords {
        taxRates = Map.copyOf(taxRates);
        categories = Map.copyOf(categories);
    }

    public String name(ProductField field) {
        return switch (field) {
            case NAME -> words.fieldName();
            case CODES -> words.fieldCodes();
            case PRICE -> words.fieldPrice();
            case TAX_RATE -> words.fieldTax();
            case CATEGORY -> words.fieldCategory();
            case MINIMUM_AGE -> words.fieldAge();
            case COLOUR -> words.fieldColour();
            case PICTURE -> words.fieldPicture();
            case QUICK_KEY -> words.fieldQuickKey();
            case SOLD_BY_WEIGHT -> words.fieldWeight();
            case OPEN_PRICE -> words.fieldOpenPrice();
        };
    }

    /** @param value as JSON text; empty: the product has none */
    public String value(ProductField field, Optional<String> value) {
        if (value.isEmpty()) {
            return field == ProductField.TAX_RATE ? words.noTax() : words.nothing();
        }
        String json = value.get();
        return switch (field) {
            case PRICE -> amounts.of(Json.read(json, Long.class));
            case CODES -> String.join(", ", List.of(Json.read(json, String[].class)));
            case TAX_RATE -> named(taxRates, json);
            case CATEGORY -> named(categories, json);
            case SOLD_BY_WEIGHT, OPEN_PRICE -> Json.read(json, Boolean.class) ? words.yes() : words.no();
            case NAME, COLOUR, PICTURE -> Json.read(json, String.class);
            case MINIMUM_AGE, QUICK_KEY -> json;
        };
    }

    private static String named(Map<String, String> names, String json) {
        String id = Json.read(json, String.class);
        return Optional.ofNullable(names.get(id)).orElse(id);
    }
}
