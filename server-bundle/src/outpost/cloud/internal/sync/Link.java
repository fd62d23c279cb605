package outpost.cloud.internal.sync;

import outpost.values.EventKey;

/**
 * One entry of a till's journal, as far as the chain goes.
 *
 * @param event that brought it
 * @param seq its number in the journal of the event's posId
 * @param previousHash the hash of the entry before
 */
record Link(EventKey event, long seq, String hash, String previousHash) {}
