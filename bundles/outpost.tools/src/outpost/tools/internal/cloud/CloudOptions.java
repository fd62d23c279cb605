package outpost.tools.internal.cloud;

import java.net.URI;
import java.nio.file.Path;
import outpost.tools.internal.ToolException;
import outpost.values.TenantId;
import picocli.CommandLine.Option;

/** The options that say which cloud, and by what right. */
public final class CloudOptions {
    @Option(
            names = "--cloud",
            required = true,
            paramLabel = "URL",
            description = "The cloud's address, for example http://127.0.0.1:8080")
    private URI cloud;

    @Option(
            names = "--admin-token-file",
            required = true,
            paramLabel = "FILE",
            description = "The file admin.token in the cloud's data folder.")
    private Path adminTokenFile;

    @Option(
            names = "--tenant",
            defaultValue = "main",
            paramLabel = "ID",
            description = "The tenant (${DEFAULT-VALUE}).")
    private String tenant;

    /** @throws ToolException if the address is none or the token's file cannot be read */
    public CloudApi connect() {
        return CloudApi.of(cloud, adminTokenFile, tenantId());
    }

    private TenantId tenantId() {
        try {
            return new TenantId(tenant);
        } catch (IllegalArgumentException e) {
            throw new ToolException(e.getMessage(), e);
        }
    }
}
