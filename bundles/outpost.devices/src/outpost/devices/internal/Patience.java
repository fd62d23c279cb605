package outpost.devices.internal;

import java.time.Duration;

/**
 * How long what is waited for.
 *
 * @param connect until a connection stands
 * @param answer until a device answers a question that it can answer at once
 * @param silence until a device that has talked before, or takes bytes, is held to be gone
 * @param completion until a printer that is ready, but does not say so, is held to have printed what it was given
 * @param pause from one attempt to the next
 * @param rest from one look at an idle printer to the next
 * @param drawer until opening the drawer is given up
 */
record Patience(
        Duration connect,
        Duration answer,
        Duration silence,
        Duration completion,
        Duration pause,
        Duration rest,
        Duration drawer) {
    static final Patience USUAL = new Patience(
            Duration.ofSeconds(3),
            Duration.ofMillis(800),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));
}
