package outpost.application.internal;

/** What the window itself says; the texts stand in the {@code messages} files beside this interface. */
interface WindowMessages {
    /** This language's own name. */
    String language();

    String connectTitle();

    String connectLine();

    String connectHint();

    String connect();

    String connecting();

    String cannotStartTitle();

    String cannotStartLine();

    String cannotStartReason();

    String noSyncUnit();

    String enterAddress();

    String connectCloudLine();

    String connectBack();

    String enterCloud();

    String notAnAddress();

    String noCodeInAddress();

    String needsHttps();

    String codeRefused();

    String enrolledAlready();

    String noAnswer(String where);

    String otherKey();

    String notTrusted();

    String noCloud(String where);

    String cloudBusy();

    String enrolmentFailed(String reason);

    String online();

    String offline();

    String connectingLine();

    String waiting(String state, long events);

    String sending(long events);

    String loadingCatalog();

    String updatingCatalog();

    String percent(String what, int percent);

    String needsAttention(long events);

    String needsAttentionOffline(long events);

    String refused();

    String settings();

    String settingsLanguage();

    String settingsTheme();

    String settingsText();

    String themeLight();

    String themeDark();

    String textSmall();

    String textUsual();

    String textLarge();

    String textLargest();

    String done();

    String fault();

    String damaged(String folder);
}
