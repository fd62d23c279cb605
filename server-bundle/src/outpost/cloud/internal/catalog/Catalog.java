package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Entity;
import outpost.protocol.SettingBody;
import outpost.values.TenantId;

/** Single edits of a tenant's catalog, each durable and numbered when its call returns. */
public final class Catalog {
    /** The setting that names the currency of all prices. */
    private static final String CURRENCY = "currency";

    private static final Set<String> TYPES =
            Set.of(Entity.PRODUCT, Entity.CATEGORY, Entity.TAX_RATE, Entity.SETTING, Entity.USER);

    private final Database database;
    private final Clock clock;

    public Catalog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes the thing what the JSON says; the same again changes nothing.
     *
     * @param by who wants it so
     * @throws RefusedException if the JSON is not that type's content, or names what does not exist
     */
    public Entity put(TenantId tenant, String type, String id, String json, String by) {
        requireEditable(type, id);
        Draft draft = RefusedException.parse("body", json, text -> Draft.read(type, id, text));
        return database.write(em -> {
            CatalogEdit edit = new CatalogEdit(em, tenant, new Author(Author.Cause.EDIT, by), clock.millis());
            draft.taxRateId().ifPresent(rate -> {
                if (!edit.ids(Entity.TAX_RATE).contains(rate)) {
                    throw RefusedException.invalid("taxRateId", "There is no tax rate '" + rate + "'");
                }
            });
            return edit.put(type, draft);
        });
    }

    /** @throws RefusedException if there is no such thing, or something else needs it */
    public Entity delete(TenantId tenant, String type, String id, String by) {
        requireEditable(type, id);
        return database.write(em -> {
            CatalogEdit edit = new CatalogEdit(em, tenant, new Author(Author.Cause.EDIT, by), clock.millis());
            if (type.equals(Entity.TAX_RATE) && edit.isTaxRateUsed(id)) {
                throw RefusedException.invalid("id", "Products or categories still have the tax rate '" + id + "'");
            }
            return edit.delete(type, id)
                    .orElseThrow(() -> RefusedException.notFound("There is no " + type + " '" + id + "'"));
        });
    }

    /** Writes the currency down where tills read it, within the transaction that decides it. */
    public static void publishCurrency(EntityManager em, TenantId tenant, String currency, long nowMillis) {
        new CatalogEdit(em, tenant, Author.CLOUD, nowMillis)
                .put(Entity.SETTING, Draft.setting(CURRENCY, new SettingBody(currency)));
    }

    private static void requireEditable(String type, String id) {
        if (!TYPES.contains(type)) {
            throw RefusedException.notFound("There is no type '" + type + "'");
        }
        if (type.equals(Entity.SETTING) && id.equals(CURRENCY)) {
            throw RefusedException.invalid("id", "The currency is the tenant's: change it at admin/tenants");
        }
    }
}
