package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntityTest {
    private final Entity row = new Entity("product", "p1", 5, Optional.of("{\"name\":\"Чай\"}"));

    @Test
    void theDigestIsTheOneOfTheProtocolPage() throws Exception {
        byte[] hashed = MessageDigest.getInstance("SHA-256")
                .digest("product\np1\n5\n{\"name\":\"Чай\"}".getBytes(StandardCharsets.UTF_8));

        assertEquals(new BigInteger(Arrays.copyOf(hashed, 8)).longValue(), row.digest());
    }

    @Test
    void everyFieldCounts() {
        assertNotEquals(row.digest(), new Entity("product", "p2", 5, row.body()).digest());
        assertNotEquals(row.digest(), new Entity("category", "p1", 5, row.body()).digest());
        assertNotEquals(row.digest(), new Entity("product", "p1", 6, row.body()).digest());
        assertNotEquals(row.digest(), new Entity("product", "p1", 5, Optional.of("{}")).digest());
    }

    @Test
    void aTombstoneAddsNothing() {
        assertEquals(0, new Entity("product", "p1", 5, Optional.empty()).digest());
    }

    @Test
    void theStateShowsTheDigestAsSixteenDigits() {
        assertEquals("00000000000000ff", CatalogState.of(1, 1, 255).digest());
        assertEquals("ffffffffffffffff", CatalogState.of(1, 1, -1).digest());
    }

    @Test
    void changesCountFromOne() {
        assertThrows(IllegalArgumentException.class, () -> new Entity("product", "p1", 0, Optional.empty()));
    }
}
