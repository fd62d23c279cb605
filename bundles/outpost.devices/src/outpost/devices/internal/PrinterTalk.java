package outpost.devices.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.devices.PrinterStatus.Condition;

/** One connection to a printer: questions, answers, and documents. */
final class PrinterTalk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterTalk.class);
    private static final byte DLE = 0x10;
    private static final byte EOT = 0x04;
    private static final byte GS = 0x1D;

    /** DLE EOT n: answered at once, whatever the printer does. */
    private enum Question {
        PRINTER(1),
        OFFLINE_CAUSE(2),
        PAPER(4);

        private final byte[] command;

        Question(int number) {
            command = new byte[] {DLE, EOT, (byte) number};
        }
    }

    /** GS r 1: answered in its turn, so when all before it is on paper. */
    private static final byte[] SAY_WHEN_DONE = {GS, 'r', 1};

    private final Connection connection;
    private final boolean answers;
    private final Patience patience;
    private boolean done;

    /** @param answers whether this printer is known to answer, where its connection lets it */
    PrinterTalk(Connection connection, boolean answers, Patience patience) {
        this.connection = connection;
        this.answers = answers && connection.canAnswer();
        this.patience = patience;
    }

    boolean answers() {
        return answers;
    }

    /** Hands a document over and asks the printer to say when it is done. */
    void send(byte[] document) throws IOException {
        done = false;
        connection.write(document, patience.silence());
        if (answers) {
            connection.write(SAY_WHEN_DONE, patience.silence());
        }
    }

    /** Whether the printer has said, so far, that what was sent is on paper. */
    boolean isDone() {
        return done;
    }

    /** @param atOnce overtakes what the printer has still to print, and needs no paper */
    void kick(Pulse pulse, boolean atOnce) throws IOException {
        connection.write(atOnce ? pulse.urgentCommand() : pulse.command(), patience.drawer());
    }

    /** How the printer does, or empty if it did not answer in time. One that never answers is taken for ready. */
    Optional<Condition> condition() throws IOException {
        if (!answers) {
            return Optional.of(Condition.READY);
        }
        Optional<Integer> printer = ask(Question.PRINTER);
        if (printer.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> paper = ask(Question.PAPER);
        boolean offline = isSet(printer.get(), 0x08);
        Optional<Integer> cause = offline ? ask(Question.OFFLINE_CAUSE) : Optional.empty();
        return Optional.of(conditionOf(offline, cause.orElse(0), paper.orElse(0)));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private static Condition conditionOf(boolean offline, int cause, int paper) {
        if (isSet(cause, 0x04)) {
            return Condition.COVER_OPEN;
        }
        if (isSet(paper, 0x60) || isSet(cause, 0x20)) {
            return Condition.PAPER_OUT;
        }
        if (offline) {
            return Condition.FAULT;
        }
        return isSet(paper, 0x0C) ? Condition.PAPER_LOW : Condition.READY;
    }

    private static boolean isSet(int answer, int bits) {
        return (answer & bits) != 0;
    }

    private Optional<Integer> ask(Question question) throws IOException {
        // What was asked earlier, and is answered only now, must not be taken for the answer to this.
        while (answer(Duration.ZERO).isPresent()) {
            LOG.trace("A late answer");
        }
        connection.write(question.command, patience.silence());
        return answer(patience.answer());
    }

    /** The next answer to a DLE EOT. What else comes is the word that the printer is done, or flow control. */
    private Optional<Integer> answer(Duration limit) throws IOException {
        for (int heard = connection.read(limit); heard != Connection.SILENCE; heard = connection.read(limit)) {
            if ((heard & 0x93) == 0x12) {
                return Optional.of(heard);
            }
            done |= (heard & 0x90) == 0;
        }
        return Optional.empty();
    }
}
