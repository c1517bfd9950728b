package dev.harrier.query;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of Azure Monitor's query request; members that are not known are ignored, as clients send many.
 *
 * @param workspaces other workspaces to query too; refused, see the limits
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(requiredProperties = "query")
public record LogAnalyticsRequest(
        @Schema(description = "The text, in KQL.", examples = "SigninLogs | take 2") String query,
        @Schema(nullable = true, description = "What every table is cut to, as ISO 8601.", examples = "PT1H") String timespan,
        @Schema(nullable = true, description = "Other workspaces to query too; refused.") List<String> workspaces) {}
