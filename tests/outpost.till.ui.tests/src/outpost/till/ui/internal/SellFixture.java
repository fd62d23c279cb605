package outpost.till.ui.internal;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import outpost.sales.Ticket;

/** The Sell perspective's model over a shop, driven as its window drives it. */
abstract class SellFixture {
    @TempDir
    Path folder;

    final Later worker = new Later();
    ShopFixture shop;
    SellModel model;
    String entry = "";

    @BeforeEach
    void open() {
        shop = ShopFixture.open(folder);
        model = shop.model(worker);
        model.show(() -> {}, text -> entry = text);
        worker.runAll();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    void submit(String... texts) {
        for (String text : texts) {
            model.ringing().submit(text);
            worker.runAll();
        }
    }

    void type(String text) {
        model.ringing().typed(text);
        worker.runAll();
    }

    List<String> lines() {
        return lines(model.ticket());
    }

    static List<String> lines(Ticket ticket) {
        return ticket.lines().stream()
                .map(line -> line.name() + " " + line.quantity())
                .toList();
    }
}
