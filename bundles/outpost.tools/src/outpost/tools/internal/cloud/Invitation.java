package outpost.tools.internal.cloud;

import outpost.values.TerminalId;

/** What makes a till a terminal, once and for 24 hours; the address in front of the code is whoever's who calls the cloud. */
public record Invitation(TerminalId terminalId, String code) {}
