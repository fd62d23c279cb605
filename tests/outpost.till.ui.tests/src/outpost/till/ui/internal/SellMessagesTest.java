package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import outpost.fixtures.MessageFiles;

class SellMessagesTest {
    @Test
    void everyLanguageHasEachMessage() {
        assertEquals(List.of(), MessageFiles.faults(SellMessages.class));
    }
}
