package outpost.tools.internal.cloud;

import outpost.values.BranchId;

/** A lane that shall be. */
public record NewTerminal(BranchId branchId, String name) {}
