package outpost.cloud.internal.access;

import java.security.Principal;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Who sends a request, as its token proves. */
public sealed interface Caller extends Principal {

    /** Whoever holds the content of the cloud's {@code admin.token}. */
    record Administrator() implements Caller {
        @Override
        public String getName() {
            return "administrator";
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
