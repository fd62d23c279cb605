package outpost.service.ui.internal.network;

import outpost.update.NetworkFinding;
import outpost.update.NetworkFinding.Step;
import outpost.update.NetworkFinding.Trouble;

/** The way to the cloud in words. */
record NetworkWords(NetworkMessages messages) {
    String title(Step step) {
        return switch (step) {
            case MACHINE -> messages.machine();
            case NAME -> messages.name();
            case CONNECTION -> messages.connection();
            case TRUST -> messages.trust();
            case ANSWER -> messages.answer();
            case CLOCK -> messages.clock();
        };
    }

    String help(Step step) {
        return switch (step) {
            case MACHINE -> messages.machineHelp();
            case NAME -> messages.nameHelp();
            case CONNECTION -> messages.connectionHelp();
            case TRUST -> messages.trustHelp();
            case ANSWER -> messages.answerHelp();
            case CLOCK -> messages.clockHelp();
        };
    }

    /** What was found, and what to do about it. */
    String sentence(NetworkFinding finding) {
        return finding.trouble().map(this::sentence).orElseGet(messages::allGood);
    }

    private String sentence(Trouble trouble) {
        return switch (trouble) {
            case NO_ADDRESS -> messages.noAddress();
            case NO_NETWORK -> messages.noNetwork();
            case NAME_UNKNOWN -> messages.nameUnknown();
            case REFUSED -> messages.refused();
            case SILENT -> messages.silent();
            case OTHER_KEY -> messages.otherKey();
            case NOT_TRUSTED -> messages.notTrusted();
            case NO_ANSWER -> messages.noAnswer();
            case NO_CLOUD -> messages.noCloud();
            case OTHER_GENERATION -> messages.otherGeneration();
            case CLOCK_OFF -> messages.clockOff();
        };
    }

    /** What belongs to it; may be empty. */
    String detail(NetworkFinding finding) {
        boolean seconds = finding.trouble().filter(Trouble.CLOCK_OFF::equals).isPresent();
        return seconds ? messages.seconds(finding.detail()) : finding.detail();
    }
}
