package outpost.sync.peer.internal;

import java.net.URI;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Optional;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.store.Transaction;

/** A terminal as it stands in its branch. */
record TestTerminal(Identity self, KeyPair keys) implements Terminal {
    @Override
    public Optional<Identity> identity() {
        return Optional.of(self);
    }

    @Override
    public String publicKey() {
        return Ed25519.encode(keys.getPublic());
    }

    @Override
    public PrivateKey privateKey() {
        return keys.getPrivate();
    }

    @Override
    public Identity enrolled(EnrolAnswer answer, URI cloud, Optional<String> pin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Identity renewed(Transaction transaction) {
        throw new UnsupportedOperationException();
    }
}
