package outpost.tools;

import outpost.tools.internal.CommandTree;
import outpost.tools.internal.Installation;
import outpost.tools.internal.screen.Screen;

/** The entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Screen screen = new Screen(System.out, System.err, System.console() != null);
        System.exit(CommandTree.of(screen, Installation.of(System.getProperties()), System::nanoTime)
                .execute(arguments));
    }
}
