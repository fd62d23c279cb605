package outpost.service.ui.internal.updates;

import java.util.List;
import outpost.update.Installed.Setback;
import outpost.update.Refusal;

/** Why an update is not taken, in the language of the moment; what p2 or the machine says stays in its words. */
record RefusalWords(UpdateMessages messages) {
    String sentence(Setback setback) {
        return setback.release() + ": " + sentence(setback.why());
    }

    String sentence(Refusal why) {
        List<String> about = why.about();
        return switch (why.reason()) {
            case NOT_IN_SLOTS -> messages.cannotLine();
            case NO_BRANCH -> messages.noBranch();
            case NO_KEY -> messages.noKey();
            case BAD_KEY -> messages.badKey();
            case UNREADABLE -> messages.unreadable(about.get(0));
            case FILE_UNREADABLE -> messages.fileUnreadable(about.get(0), about.get(1));
            case NO_RELEASE -> messages.noRelease();
            case NOT_TRUSTED -> messages.notTrusted();
            case FILE_ABSENT -> messages.fileAbsent(about.get(0));
            case FILE_CHANGED -> messages.fileChanged(about.get(0));
            case OLDER -> messages.older(about.get(0), about.get(1));
            case EXPIRED -> messages.expired(about.get(0), about.get(1));
            case NOT_NEWER -> messages.notNewer(about.get(0), about.get(1));
            case PINNED -> messages.isPinned();
            case WAITING -> messages.waiting();
            case BUSY -> messages.busy();
            case DOES_NOT_FIT -> messages.doesNotFit(about.get(0));
            case INCOMPLETE -> messages.incomplete(about.get(0));
            case DOES_NOT_WORK -> messages.doesNotWork(about.get(0));
            case NO_WAY_BACK -> messages.noWayBack(about.get(0));
            case WENT_BACK -> messages.wentBack();
            case NOTHING_BEFORE -> messages.nothingBefore();
            case NOTHING_THAT_WORKED -> messages.nothingThatWorked();
            case ENDING -> messages.ending();
            case FAILED -> messages.failed(about.get(0));
        };
    }
}
