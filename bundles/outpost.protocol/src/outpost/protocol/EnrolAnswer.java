package outpost.protocol;

import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/**
 * Who the terminal is from now on.
 *
 * @param currency ISO 4217 code of the branch's currency
 * @param cloudPublicKey the cloud's Ed25519 public key, X.509 in Base64
 */
public record EnrolAnswer(
        TenantId tenantId,
        String tenantName,
        BranchId branchId,
        String branchName,
        TerminalId terminalId,
        String terminalName,
        String currency,
        String cloudId,
        String cloudPublicKey) {}
