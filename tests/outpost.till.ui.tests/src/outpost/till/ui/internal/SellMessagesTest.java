package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.MessageFiles;

class SellMessagesTest {
    @Test
    @Tag("A-117")
    void everyLanguageHasEachMessage() {
        assertEquals(List.of(), MessageFiles.faults(SellMessages.class));
    }
}
