package dev.harrier.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Gives every operation of the contract what all have alike: the answers to callers without a key or without the role,
 * and the form of errors. Runs when the contract is asked for: filters of the other stages are loaded while the
 * application is built, by a JDK that may be older than our classes.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class ContractFilter implements OASFilter {
    private static final String ROLE = "x-required-role";
    private static final String LOG_ANALYTICS = "/v1/";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getPaths().getPathItems().forEach(ContractFilter::complete);
    }

    private static void complete(String path, PathItem item) {
        boolean vendor = path.startsWith(LOG_ANALYTICS);
        item.getOperations().values().forEach(operation -> complete(operation, vendor));
    }

    private static void complete(Operation operation, boolean vendor) {
        APIResponses responses = operation.getResponses();
        Object role = operation.getExtensions() == null ? null : operation.getExtensions().get(ROLE);
        tellTheRoleOnce(operation);
        responses.addAPIResponse("401", described("There is no valid key."));
        responses.addAPIResponse("403", described("The key lacks the role `" + role + "` in this workspace."));
        responses.addAPIResponse("500", described("A bug; the log has it under the answer's `correlationId`."));
        for (Map.Entry<String, APIResponse> response : responses.getAPIResponses().entrySet()) {
            boolean error = response.getKey().startsWith("4") || response.getKey().startsWith("5");
            if (error && response.getValue().getContent() == null) {
                response.getValue().setContent(vendor
                        ? content("application/json", "LogAnalyticsError")
                        : content(Problem.MEDIA_TYPE, "Problem"));
            }
        }
    }

    /** The annotation on the method is taken for everything that the method describes. */
    private static void tellTheRoleOnce(Operation operation) {
        operation.getResponses().removeExtension(ROLE);
        operation.getResponses().getAPIResponses().values().forEach(response -> response.removeExtension(ROLE));
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().removeExtension(ROLE);
        }
    }

    private static APIResponse described(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static Content content(String mediaType, String schema) {
        return OASFactory.createContent().addMediaType(mediaType,
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(schema)));
    }
}
