package outpost.sales.internal.rules;

import outpost.protocol.PinHash;
import outpost.sales.User;

/** Somebody whom the cloud named, and how to know them. */
public record KnownUser(User user, PinHash pinHash) {}
