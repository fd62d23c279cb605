package outpost.tools.internal.cloud;

import outpost.values.BranchId;

/** One shop. */
public record Branch(BranchId branchId, String name) {}
