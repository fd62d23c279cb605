package outpost.cloud.internal.catalog;

import java.util.Optional;
import outpost.cloud.internal.StorableText;
import outpost.protocol.CategoryBody;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.ProductBody;
import outpost.protocol.SettingBody;
import outpost.protocol.TaxRateBody;
import outpost.protocol.UserBody;

/**
 * What one thing of the catalog shall be.
 *
 * @param body JSON of the type's content, in the one form that is hashed
 * @param taxRateId the tax rate that the content names, which has to exist
 */
record Draft(String id, String body, Optional<String> taxRateId) implements Change {
    Draft {
        Limits.requireText("id", StorableText.checked("id", id), 1, Limits.CODE_CHARS);
        StorableText.checked("body", body);
    }

    @Override
    public Draft over(Optional<String> before) {
        return this;
    }

    static Draft product(String id, ProductBody product) {
        return new Draft(id, Json.write(product), product.taxRateId());
    }

    static Draft category(String id, CategoryBody category) {
        return new Draft(id, Json.write(category), category.taxRateId());
    }

    static Draft user(String id, UserBody user) {
        return new Draft(id, Json.write(user), Optional.empty());
    }

    static Draft setting(String id, SettingBody setting) {
        return new Draft(id, Json.write(setting), Optional.empty());
    }

    /**
     * Reads the body of any type.
     *
     * @throws IllegalArgumentException with a sentence, if it is not that type's content
     */
    static Draft read(String type, String id, String json) {
        try {
            return switch (type) {
                case Entity.PRODUCT -> product(id, Json.read(json, ProductBody.class));
                case Entity.CATEGORY -> category(id, Json.read(json, CategoryBody.class));
                case Entity.SETTING -> setting(id, Json.read(json, SettingBody.class));
                case Entity.USER -> user(id, Json.read(json, UserBody.class));
                case Entity.TAX_RATE -> new Draft(id, Json.write(Json.read(json, TaxRateBody.class)), Optional.empty());
                default -> throw new IllegalArgumentException("There is no type '" + type + "'");
            };
        } catch (MalformedMessageException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }
}
