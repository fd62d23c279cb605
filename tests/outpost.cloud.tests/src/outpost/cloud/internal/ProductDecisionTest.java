package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static outpost.cloud.internal.Shelf.edit;
import static outpost.protocol.ProductField.PRICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Entity;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductEdit;

/** Two values for one field, between which a person decides. */
class ProductDecisionTest extends OnOneCloud {
    @Test
    @Tag("A-603")
    void ofTwoPricesWrittenAtOnceTheCloudsHoldsUntilAPersonDecides() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        shelf.product("P", "Milk", 210);

        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(PRICE, "249")));

        assertEquals(210, shelf.product("P").priceMinor());
        ProductConflict conflict = shelf.conflicts(shelf.two).get(0);
        assertEquals(List.of(conflict), shelf.conflicts(shelf.one));
        assertEquals("P", conflict.productId());
        assertEquals(PRICE, conflict.field());
        assertEquals(Optional.of("210"), conflict.standing());
        assertEquals(
                List.of("210", "249"),
                conflict.values().stream()
                        .map(value -> value.value().orElseThrow())
                        .sorted()
                        .toList());

        Entity decided = shelf.decide(shelf.two, conflict.id(), "{\"value\":\"249\",\"by\":\"Grace\"}")
                .as(Entity.class);

        assertEquals(shelf.row("P"), decided);
        assertEquals(249, shelf.product("P").priceMinor());
        assertEquals(List.of(), shelf.conflicts(shelf.one));
        shelf.decide(shelf.two, conflict.id(), "{\"value\":\"249\",\"by\":\"Grace\"}")
                .refused(404, "POS_SYNC_NOT_FOUND");
        assertEquals(List.of("priceMinor 210 > 249 conflict", "priceMinor 210 > 249 decided"), shelf.outcomes("P"));
    }

    @Test
    @Tag("A-603")
    void aDecisionForTheValueThatHoldsIsAChangeThatReplacesTheOthers() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        shelf.product("P", "Milk", 210);
        ProductEdit edit = edit("P", seen, "pos-1", 500, Map.of(PRICE, "249"));
        shelf.push(shelf.one, edit);
        long before = shelf.row("P").seq();

        shelf.decide(shelf.one, shelf.conflicts(shelf.one).get(0).id(), "{\"value\":\"210\",\"by\":\"Grace\"}")
                .ok();

        assertEquals(before, shelf.row("P").seq());
        assertEquals(1, shelf.state("P", PRICE).siblings().size());
        assertTrue(shelf.state("P", PRICE).seen().covers(edit.dot()));
        assertEquals(List.of(), shelf.conflicts(shelf.one));
    }

    @Test
    void aDecisionHasToBeAValueOfTheField() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        shelf.product("P", "Milk", 210);
        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(PRICE, "249")));
        String id = shelf.conflicts(shelf.one).get(0).id();

        for (String body : List.of(
                "{\"value\":\"-1\",\"by\":\"Grace\"}",
                "{\"value\":\"2.49\",\"by\":\"Grace\"}",
                "{\"by\":\"Grace\"}",
                "{\"value\":\"249\"}",
                "{}")) {
            shelf.decide(shelf.one, id, body).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        assertEquals(id, shelf.conflicts(shelf.one).get(0).id());
    }

    @Test
    @Tag("A-604")
    void anotherBranchReachesNoConflictInWhichItTakesNoPart() {
        Shelf shelf = new Shelf(cloud);
        cloud.newBranch(shelf.one.tenant(), "other");
        TestTill other = new TestTill(cloud, cloud.newCode(shelf.one.tenant(), "other"));
        long seen = shelf.product("P", "Milk", 199);
        shelf.product("P", "Milk", 210);
        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(PRICE, "249")));
        String id = shelf.conflicts(shelf.one).get(0).id();

        assertEquals(List.of(), shelf.conflicts(other));
        shelf.decide(other, id, "{\"value\":\"1\",\"by\":\"Grace\"}").refused(404, "POS_SYNC_NOT_FOUND");

        shelf.push(other, edit("P", seen, "pos-9", 500, Map.of(PRICE, "259")));
        assertEquals(3, shelf.conflicts(other).get(0).values().size());
        assertEquals(shelf.conflicts(other), shelf.conflicts(shelf.one));
        shelf.decide(shelf.one, id, "{\"value\":\"1\",\"by\":\"Grace\"}").refused(404, "POS_SYNC_NOT_FOUND");
    }

    @Test
    void anAdministratorsChangeHasSeenAllAndAnAdministratorMayDecide() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(PRICE, "249")));
        shelf.push(shelf.two, edit("P", seen, "pos-2", 600, Map.of(PRICE, "259")));
        assertEquals(249, shelf.product("P").priceMinor());

        shelf.product("P", "Milk", 230);
        assertEquals(List.of(), shelf.conflicts(shelf.one));
        assertEquals(1, shelf.state("P", PRICE).siblings().size());

        shelf.push(shelf.two, edit("P", seen, "pos-3", 700, Map.of(PRICE, "269")));
        assertEquals(230, shelf.product("P").priceMinor());
        JsonNode conflict = cloud.admin("GET", "conflicts?tenant=" + shelf.one.tenant(), "")
                .ok()
                .json()
                .get(0);
        cloud.admin(
                        "POST",
                        "conflicts/" + conflict.get("id").asText() + "/resolution?tenant=" + shelf.one.tenant(),
                        "{\"value\":\"240\",\"by\":\"Grace\"}")
                .ok();

        assertEquals(240, shelf.product("P").priceMinor());
        assertEquals(List.of(), shelf.conflicts(shelf.two));
    }
}
