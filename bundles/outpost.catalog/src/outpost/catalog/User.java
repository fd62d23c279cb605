package outpost.catalog;

import outpost.protocol.PinHash;

/**
 * Someone who may log in at this till.
 *
 * @param role {@code cashier}, {@code supervisor}, {@code manager}, {@code technician}, or one that the setting {@code roles} names
 */
public record User(String id, String name, String role, PinHash pinHash) {}
