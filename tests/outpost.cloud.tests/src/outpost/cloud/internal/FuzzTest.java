package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short run of {@link Fuzz}; tests/measure/fuzz is the long one. */
class FuzzTest extends OnOneCloud {
    private static final int REQUESTS = 300;

    @Override
    boolean alone() {
        return true;
    }

    @Test
    @Tag("A-914")
    void malformedRequestsAreRefusedAndLeaveNothingBehind() {
        Fuzz.Result result = new Fuzz(cloud, 20_260_729).run(REQUESTS);

        assertEquals(List.of(), result.faults());
        assertTrue(
                result.statuses().getOrDefault(400, 0) > REQUESTS / 4,
                result.statuses().toString());
    }
}
