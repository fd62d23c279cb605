package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.Rows;
import outpost.values.Money;
import outpost.widgets.ask.Question;

class RefundLeaveTest {
    private static final String NO_REFUNDS = "{\"cashier\": {\"rights\": [\"SELL\"]}}";

    private final Later worker = new Later();

    @Test
    void onePinLetsAllLinesOfAReceiptComeBack(@TempDir Path folder) {
        try (ShopFixture shop = ShopFixture.withStaff(folder, Rows.setting("roles", 9, NO_REFUNDS))) {
            SellModel model = shop.model(worker);
            model.show(() -> {}, text -> {});
            String receipt = sellTwo(model);

            scan(model, receipt);
            Questions.lines(model).all();
            Questions.takeLines(model);
            Questions.choose(model, "reason-0");
            worker.runAll();
            assertTrue(model.ticket().isEmpty());
            assertTrue(Questions.standing(model) instanceof Question.Pin);
            Questions.pin(model, ShopFixture.MANAGER_PIN);
            worker.runAll();

            assertEquals(Optional.empty(), model.dialogue().question());
            assertEquals(2, model.ticket().lines().size());
            assertEquals(Money.of("GBP", -319), model.ticket().amounts().total());
        }
    }

    private String sellTwo(SellModel model) {
        scan(model, ShopFixture.PEN);
        scan(model, ShopFixture.MILK);
        model.pay();
        worker.runAll();
        model.paying().takeCash(model.ticket().amounts().dueInCash());
        worker.runAll();
        String number = model.paying().paid().orElseThrow().receipt().number();
        model.nextCustomer();
        return number;
    }

    private void scan(SellModel model, String code) {
        model.ringing().scanned(code, "");
        worker.runAll();
    }
}
