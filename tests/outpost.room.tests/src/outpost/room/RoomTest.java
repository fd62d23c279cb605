package outpost.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.fixtures.MessageFiles;
import outpost.fixtures.door.OpenDoor;
import outpost.sales.Deed;
import outpost.sales.Supervisor;
import outpost.widgets.ask.Question;

class RoomTest {
    private final OpenDoor door = new OpenDoor();

    @Test
    void everyLanguageHasEachMessage() {
        assertEquals(List.of(), MessageFiles.faults(RoomMessages.class));
    }

    @Test
    void whoseRoleHasTheRightWalksIn() {
        assertEquals(Optional.of("Manager"), door.room().inside().map(Supervisor::name));
    }

    @Test
    void aCashierNeedsThePinOfSomebodyWhoHasIt() {
        Room room = door.withCashier().room();
        assertEquals(Optional.empty(), room.inside());

        answer(room, "1234");
        assertEquals(Optional.empty(), room.inside());
        assertEquals(Optional.of("That is not the PIN. Try again."), pin(room).problem());

        answer(room, "4711");
        assertEquals(Optional.of("Manager"), room.inside().map(Supervisor::name));
        assertEquals(Optional.empty(), room.dialogue().question());
    }

    @Test
    void whoLeavesHasToKnockAgain() {
        Room room = door.withCashier().room();
        answer(room, "4711");

        room.leave();
        room.knock();

        assertEquals(Optional.empty(), room.inside());
        assertTrue(room.dialogue().question().isPresent());
    }

    @Test
    void nothingIsDoneThatIsNotNoted() {
        Room room = door.room();
        room.act(Deed.of("kind", "subject").with("name", "value"), by -> by, by -> assertEquals("Manager", by));
        assertEquals(List.of("kind subject {name=value}"), door.deeds());

        door.sendOut();
        room.act(Deed.of("kind", "other"), by -> by, by -> {
            throw new AssertionError("it was done all the same");
        });
        assertEquals(1, door.deeds().size());
    }

    private static Question.Pin pin(Room room) {
        return (Question.Pin) room.dialogue().question().orElseThrow();
    }

    private static void answer(Room room, String digits) {
        Question.Pin asked = pin(room);
        room.dialogue().answer(() -> asked.answered().accept(asked.people().get(0), digits));
    }
}
