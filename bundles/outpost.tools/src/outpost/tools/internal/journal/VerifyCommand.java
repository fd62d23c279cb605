package outpost.tools.internal.journal;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import outpost.protocol.Ed25519;
import outpost.protocol.JournalCheck;
import outpost.protocol.JournalHead;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.cloud.CloudOptions;
import outpost.tools.internal.cloud.KnownJournal;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outpost journal verify}. */
@Command(
        name = "verify",
        description = "Finds any entry that was changed, removed, put in or swapped, and a tail that was cut off.",
        footer = {
            "",
            "A cut-off tail shows only against somebody else who knows how far the journal went: give the cloud, or the head that it told you."
                    + " Exit code 0: the journal is whole; 1: it is not."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Screen screen;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "FILE", description = "A till's outpost.db, or the JSON lines of an export.")
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "BASE64",
            description = "The terminal's public key; by default the one in the till's database.")
    private Optional<String> key = Optional.empty();

    @Option(names = "--head", paramLabel = "SEQ:HASH", description = "How far the cloud knows this journal.")
    private Optional<String> head = Optional.empty();

    @ArgGroup(exclusive = false)
    private CloudOptions cloud;

    VerifyCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JournalFile journal = JournalFile.of(file);
        Optional<JournalHead> known = head.map(VerifyCommand::parsed).or(() -> ofCloud(journal));
        JournalCheck check = new JournalCheck(publicKey(journal), known);
        journal.read(check::next);
        List<String> faults = check.faults();
        faults.forEach(screen::problem);
        screen.print(
                faults.isEmpty()
                        ? "whole: " + check.head().seq() + " entries, head "
                                + check.head().seq() + ":" + check.head().hash()
                        : "NOT whole: " + faults.size() + " faults in "
                                + check.head().seq() + " entries");
        if (known.isEmpty()) {
            screen.say("Without the cloud's head a cut-off tail cannot be seen.");
        }
        return faults.isEmpty() ? 0 : 1;
    }

    private PublicKey publicKey(JournalFile journal) {
        String encoded = key.or(journal::publicKey)
                .orElseThrow(() -> new ToolException("this file does not hold the terminal's key: give it by --key"));
        try {
            return Ed25519.publicKey(encoded);
        } catch (IllegalArgumentException e) {
            throw new ToolException("that is no terminal's public key", e);
        }
    }

    private Optional<JournalHead> ofCloud(JournalFile journal) {
        if (cloud == null) {
            return Optional.empty();
        }
        Set<String> posIds = new TreeSet<>();
        journal.read(row -> row.posId().ifPresent(posIds::add));
        Optional<JournalHead> known = cloud.connect().journals().stream()
                .filter(each -> posIds.contains(each.posId()))
                .findFirst()
                .map(KnownJournal::head);
        if (known.isEmpty()) {
            screen.say("The cloud knows nothing of this journal yet.");
        }
        return known;
    }

    private static JournalHead parsed(String text) {
        String[] parts = text.split(":");
        try {
            return new JournalHead(Long.parseLong(parts[0]), parts[1]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new ToolException("'" + text + "' is not SEQ:HASH", e);
        }
    }
}
