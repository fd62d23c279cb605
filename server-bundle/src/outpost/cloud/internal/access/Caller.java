package outpost.cloud.internal.access;

import java.security.Principal;
import java.util.Optional;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Who sends a request, as its token or session proves. */
public sealed interface Caller extends Principal {

    /**
     * A person at the dashboard, or a script with the content of the cloud's {@code admin.token}.
     *
     * @param account how it signs in
     * @param tenant the only one that it reaches; empty of an operator, who reaches all
     * @param branch the only one that it reaches; of a branch manager
     */
    record Person(String account, Role role, Optional<TenantId> tenant, Optional<BranchId> branch) implements Caller {
        /** Whoever holds the content of {@code admin.token}. */
        static final Person TOKEN_HOLDER =
                new Person("(admin.token)", Role.OPERATOR, Optional.empty(), Optional.empty());

        public boolean reaches(TenantId other) {
            return tenant.map(other::equals).orElse(true);
        }

        @Override
        public String getName() {
            return account;
        }
    }

    /** An enrolled terminal, which reaches its own branch and nothing else. */
    record Lane(TenantId tenant, BranchId branch, TerminalId terminal) implements Caller {
        @Override
        public String getName() {
            return tenant + "/" + branch + "/" + terminal;
        }
    }
}
