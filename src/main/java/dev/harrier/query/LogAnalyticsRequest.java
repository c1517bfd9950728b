package dev.harrier.query;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The body of Azure Monitor's query request; members that are not known are ignored, as clients send many.
 *
 * @param workspaces other workspaces to query too; refused, see the limits
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LogAnalyticsRequest(String query, String timespan, List<String> workspaces) {}
