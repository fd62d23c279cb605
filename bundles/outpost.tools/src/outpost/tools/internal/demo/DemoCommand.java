package outpost.tools.internal.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.Installation;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outpost demo}. */
@Command(
        name = "demo",
        description =
                "Shows the main job: a cloud, a till with its window, sales while the cloud is away, and everything arrives.",
        footer = {
            "",
            "Everything is made anew in .outpost/demo, and ended when the demo ends. Exit code 1 if the till's sums and the cloud's differ."
        })
public final class DemoCommand implements Callable<Integer> {
    private final Screen screen;
    private final Installation installation;
    private final LongSupplier nanoTime;

    @Mixin
    private HelpOption help;

    @Option(
            names = "--keep",
            description = "Leave the window and the cloud open until the window is closed or Ctrl-C is pressed.")
    private boolean keep;

    public DemoCommand(Screen screen, Installation installation, LongSupplier nanoTime) {
        this.screen = screen;
        this.installation = installation;
        this.nanoTime = nanoTime;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = installation.state().resolve("demo");
        try (DemoFolder ours = DemoFolder.fresh(folder)) {
            return new Demo(screen, installation, nanoTime, ours.path()).run(keep) ? 0 : 1;
        }
    }
}
