package outpost.cloud.internal;

import outpost.protocol.CatalogState;
import outpost.protocol.Json;
import outpost.protocol.PullAnswer;

/** A tenant's catalog, changed by an administrator and read by a till. */
abstract class CatalogFixture extends OnOneCloud {
    static final String RATE = "{\"name\":\"VAT 20%\",\"ratePpm\":200000}";

    static CatalogState state(TestTill till) {
        return pull(till, 0).state();
    }

    static PullAnswer pull(TestTill till, long cursor) {
        return till.get("sync/pull?cursor=" + cursor).as(PullAnswer.class);
    }

    Answer put(TestTill till, String path, String body) {
        return cloud.admin("PUT", "catalog/" + path + "?tenant=" + till.tenant(), body)
                .ok();
    }

    Answer delete(TestTill till, String path) {
        return cloud.admin("DELETE", "catalog/" + path + "?tenant=" + till.tenant(), "")
                .ok();
    }

    static String product(String name, long price) {
        return "{\"name\":" + Json.write(name) + ",\"codes\":[\"4006381333931\"],\"priceMinor\":" + price
                + ",\"priceDerived\":false,\"taxRateId\":\"standard\"}";
    }
}
