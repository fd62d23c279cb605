package outpost.simulation;

import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Everything that is left to chance, decided by the seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        // The first values of java.util.Random are alike for neighbouring seeds.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextLong();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A time whose mean is that, as times between independent events are. */
    Duration around(Duration mean) {
        double factor = -Math.log(1 - random.nextDouble());
        return Duration.ofNanos((long) (mean.toNanos() * Math.min(factor, 8)));
    }

    Duration between(Duration least, Duration most) {
        return least.plusNanos((long) (random.nextDouble() * most.minus(least).toNanos()));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    Random fork() {
        return new Random(random.nextLong());
    }

    /** For code that asks for unguessable bytes. */
    SecureRandom secure() {
        return new Guessable(fork());
    }

    private static final class Guessable extends SecureRandom {
        private static final long serialVersionUID = 1L;

        Guessable(Random random) {
            super(new Spi(random), new NoProvider());
        }
    }

    private static final class NoProvider extends Provider {
        private static final long serialVersionUID = 1L;

        NoProvider() {
            super("simulation", "1", "numbers that a seed decides");
        }
    }

    private static final class Spi extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;
        private final Random random;

        Spi(Random random) {
            this.random = random;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            // The simulation's seed decides alone.
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int numBytes) {
            byte[] bytes = new byte[numBytes];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}
