package outpost.tools.internal.demo;

import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.Installation;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code outpost demo}. */
@Command(name = "demo", description = "The main job on embedded defaults.")
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    public DemoCommand(Screen screen, Installation installation, LongSupplier nanoTime) {}

    @Override
    public Integer call() {
        return 1;
    }
}
