package outpost.isolation;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import outpost.sales.Grounds;

/** A till in a framework that has no bundle which could use a network: here the cable is more than pulled. */
abstract class OfflineTill {
    static final Grounds WHY = Grounds.of("Customer changed their mind");

    @TempDir
    Path folder;

    Shop shop;

    @BeforeEach
    void start() {
        shop = new Shop(folder);
    }

    @AfterEach
    void stop() {
        shop.close();
    }
}
