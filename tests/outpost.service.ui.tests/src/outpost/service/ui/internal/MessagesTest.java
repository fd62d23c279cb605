package outpost.service.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.MessageFiles;
import outpost.service.ui.internal.data.DataMessages;
import outpost.service.ui.internal.devices.DeviceMessages;
import outpost.service.ui.internal.network.NetworkMessages;
import outpost.service.ui.internal.updates.UpdateMessages;

class MessagesTest {
    @Test
    @Tag("A-117")
    void everyLanguageHasEachMessage() {
        for (Class<?> messages :
                List.of(DeviceMessages.class, NetworkMessages.class, DataMessages.class, UpdateMessages.class)) {
            assertEquals(List.of(), MessageFiles.faults(messages), messages.getName());
        }
    }
}
