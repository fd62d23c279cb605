package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    private static final String PRODUCT =
            "{\"name\":\"Tea\",\"codes\":[\"1\"],\"priceMinor\":5,\"priceDerived\":false%s}";

    @Test
    void aProductOfTheFirstVersionHasNothingNew() {
        ProductBody product = Json.read(PRODUCT.formatted(""), ProductBody.class);

        assertEquals(Optional.empty(), product.minimumAge());
        assertEquals(PRODUCT.formatted(""), Json.write(product));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"minimumAge\":18,\"colour\":\"#00ffAA\",\"picture\":\"cup\",\"quickKey\":0",
                ",\"picture\":\"data:image/png;base64,iVBORw0KGgo=\",\"soldByWeight\":true,\"openPrice\":true"
            })
    void whatAProductMayHaveTravels(String more) {
        assertEquals(PRODUCT.formatted(more), Json.write(Json.read(PRODUCT.formatted(more), ProductBody.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"minimumAge\":0",
                "\"minimumAge\":100",
                "\"colour\":\"red\"",
                "\"colour\":\"#12345\"",
                "\"picture\":\"../cup\"",
                "\"picture\":\"data:image/svg+xml;base64,AAAA\"",
                "\"picture\":\"data:image/png;base64,\"",
                "\"picture\":\"data:image/png;base64,*\"",
                "\"quickKey\":-1",
                "\"soldByWeight\":1"
            })
    void whatAProductCannotHaveIsRefused(String more) {
        assertThrows(
                MalformedMessageException.class, () -> Json.read(PRODUCT.formatted("," + more), ProductBody.class));
    }

    @Test
    void aPictureHasALimit() {
        String most = "data:image/png;base64," + "A".repeat(Limits.PICTURE_CHARS - 24);

        Look.requireValid(Optional.empty(), Optional.of(most), Optional.empty());

        Optional<String> larger = Optional.of(most + "AAAA");
        assertThrows(
                IllegalArgumentException.class, () -> Look.requireValid(Optional.empty(), larger, Optional.empty()));
    }

    @Test
    void aUserTravelsWithTheHashOfThePin() {
        String hash = "pbkdf2-sha256$1000$" + base64(16) + "$" + base64(32);
        String user = "{\"name\":\"Kim\",\"role\":\"cashier\",\"pinHash\":\"" + hash + "\",\"active\":true}";

        UserBody body = Json.read(user, UserBody.class);

        assertEquals(PinHash.parse(hash), body.pinHash());
        assertEquals(user, Json.write(body));
    }

    @ParameterizedTest
    @CsvSource({
        "{}",
        "{\"name\":\"Kim\"}",
        "{\"name\":\"Kim\";\"role\":\"cashier\";\"pinHash\":\"1234\";\"active\":true}"
    })
    void aUserWithoutNameRoleOrHashIsRefused(String user) {
        assertThrows(MalformedMessageException.class, () -> Json.read(user.replace(';', ','), UserBody.class));
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
