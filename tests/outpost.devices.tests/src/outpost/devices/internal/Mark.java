package outpost.devices.internal;

import java.awt.image.BufferedImage;

/** What a printer did with the bytes that it was given. */
sealed interface Mark {
    record Line(String text, boolean bold, int scale) implements Mark {}

    record Raster(BufferedImage image, boolean centred) implements Mark {}

    record Bars(String value) implements Mark {}

    record Square(String value, int moduleDots) implements Mark {}

    record Cut() implements Mark {}

    /** A pulse to the drawer. */
    record Kick(int connector, boolean atOnce) implements Mark {}
}
