package outpost.tools.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void theMedianRunIsHeldAgainstTheMedianOfTheBareOnes() {
        Figure figure = Figure.of("snapshot", "ms", List.of(30.0, 20.0, 100.0), List.of(10.0, 9.0, 50.0));

        assertEquals(new Figure("snapshot", 30, "ms", Optional.of(10.0), Optional.of(3.0), 2.67, 3), figure);
    }

    @Test
    void whatHasNoBareWorkBesideItStandsAlone() {
        Figure figure = Figure.of("verify/trips", "trips", List.of(1.0, 1.0), List.of());

        assertEquals(new Figure("verify/trips", 1, "trips", Optional.empty(), Optional.empty(), 0, 2), figure);
    }

    @Test
    void nothingAtAllHasNoSpread() {
        assertEquals(0, Figure.of("verify/bytes", "B", List.of(0.0), List.of()).spread());
    }
}
