package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void absentValuesAreLeftOutAndComeBackEmpty() {
        ProductBody body = new ProductBody("Tea", List.of("1"), 250, false, Optional.empty(), Optional.empty());

        String json = Json.write(body);

        assertEquals("{\"name\":\"Tea\",\"codes\":[\"1\"],\"priceMinor\":250,\"priceDerived\":false}", json);
        assertEquals(body, Json.read(json, ProductBody.class));
    }

    @Test
    void fieldsOfANewerVersionAreIgnored() {
        assertEquals(new CategoryBody("Tea"), Json.read("{\"name\":\"Tea\",\"shape\":{\"r\":1}}", CategoryBody.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"name\":\"VAT\",\"ratePpm\":1}{}",
                "{\"name\":\"VAT\"}",
                "{\"name\":\"VAT\",\"ratePpm\":null}",
                "{\"name\":\"VAT\",\"ratePpm\":1.9}",
                "{\"name\":\"VAT\",\"ratePpm\":\"1\"}",
                "{\"name\":\"VAT\",\"ratePpm\":-1}",
                "{\"name\":\"VAT\",\"ratePpm\":3000000000}",
                "{\"ratePpm\":1}",
                "{\"name\":\"\",\"ratePpm\":1}"
            })
    void whatIsNotOfTheMessagesShapeIsRefused(String json) {
        assertThrows(MalformedMessageException.class, () -> Json.read(json, TaxRateBody.class));
    }

    @Test
    void aCursorIsNeverMadeUp() {
        String withoutCursor =
                "{\"changes\":[],\"more\":false,\"state\":{\"cursor\":1,\"count\":0,\"digest\":\"0000000000000000\"}}";

        assertThrows(MalformedMessageException.class, () -> Json.read(withoutCursor, PullAnswer.class));
    }

    @Test
    void aSnapshotsLinesKeepTheirKind() {
        SnapshotLine header = new SnapshotLine.Header(7, 2);
        SnapshotLine row = new SnapshotLine.Row(new Entity("product", "1", 3, Optional.of("{}")));

        assertEquals("{\"kind\":\"header\",\"cursor\":7,\"count\":2}", Json.write(header));
        assertEquals(header, Json.read(Json.write(header), SnapshotLine.class));
        assertEquals(row, Json.read(Json.write(row), SnapshotLine.class));
    }
}
