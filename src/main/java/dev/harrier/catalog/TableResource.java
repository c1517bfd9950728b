package dev.harrier.catalog;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.databind.JsonNode;

import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The tables of a workspace. */
@Path("/api/v1/workspaces/{workspace}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Tables")
public class TableResource {
    /** A column as the language sees it. */
    @Schema(requiredProperties = {"name", "type"})
    public record TableColumn(String name, @Schema(ref = "ColumnType") String type) {}

    /** What a list says of a table. */
    @Schema(name = "TableSummary", requiredProperties = {"name", "description", "builtIn", "columns", "retentionDays"})
    public record Summary(@Schema(examples = "SigninLogs") String name, String description, boolean builtIn,
            @Schema(description = "How many.") int columns,
            @Schema(description = "Days that events are kept.") int retentionDays) {}

    /** All tables. */
    @Schema(name = "TableList", requiredProperties = "items")
    public record TableList(List<Summary> items) {}

    /** A table in full; {@code definition} is what PUT takes. */
    @Schema(name = "Table", requiredProperties = {"name", "description", "builtIn", "version", "timeColumn",
            "retentionDays", "categories", "columns", "definition"})
    public record Details(@Schema(examples = "SigninLogs") String name, String description, boolean builtIn,
            @Schema(description = "Grows with each change.") int version,
            @Schema(description = "The column that a query's timespan cuts.") String timeColumn,
            @Schema(description = "Days that events are kept.") int retentionDays,
            @Schema(description = "Diagnostic categories whose events go here.") List<String> categories,
            List<TableColumn> columns, @Schema(ref = "TableDefinition") JsonNode definition) {
        static Details of(TableDescriptor table) {
            return new Details(table.name(), table.description(), table.builtIn(), table.version(),
                    table.timeColumn(), table.retentionDays(), table.categories(),
                    table.columns().stream().map(column -> new TableColumn(column.name(), column.type().keyword()))
                            .toList(),
                    DescriptorJson.write(table));
        }
    }

    private final WorkspaceRepository workspaces;
    private final TableService service;

    @Inject
    TableResource(WorkspaceRepository workspaces, TableService service) {
        this.workspaces = workspaces;
        this.service = service;
    }

    @GET
    @Path("tables")
    @RequiresRole(Role.READER)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "listTables", summary = "List the tables of a workspace")
    @APIResponse(responseCode = "200", description = "The tables, by name.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public TableList list(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace) {
        return new TableList(service.catalog(workspaces.get(workspace)).tables().stream()
                .map(table -> new Summary(table.name(), table.description(), table.builtIn(), table.columns().size(),
                        table.retentionDays()))
                .toList());
    }

    @GET
    @Path("tables/{name}")
    @RequiresRole(Role.READER)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "getTable", summary = "Show a table's columns and definition")
    @APIResponse(responseCode = "200", description = "The table.")
    @APIResponse(responseCode = "404", description = "There is no such workspace or table.")
    public Details get(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The table's name.", example = "SigninLogs") @PathParam("name") String name) {
        return Details.of(service.get(workspaces.get(workspace), name));
    }

    @PUT
    @Path("tables/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresRole(Role.CONTRIBUTOR)
    @Extension(name = "x-required-role", value = "contributor")
    @Operation(operationId = "putTable", summary = "Create a custom table, or give it more columns", description = """
            The body names columns with their types, and may say which is the time column, what makes two events the \
            same (identity), which diagnostic categories the table takes and where its columns come from (from). \
            TimeGenerated, TenantId and Type are added when they are missing. Columns that are not named stay; the \
            type of a column never changes.""")
    @APIResponse(responseCode = "200", description = "The table as it is now.")
    @APIResponse(responseCode = "400", description = "The description breaks a rule, which the answer names.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    @APIResponse(responseCode = "409", description = "It is at odds with what is there: a name that differs by case only, a built-in table, another type, a category of another table.")
    public Details put(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The table's name.", example = "SigninLogs") @PathParam("name") String name,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TableDefinition"))) JsonNode description) {
        return Details.of(service.put(workspaces.get(workspace), name, description));
    }

    @DELETE
    @Path("tables/{name}")
    @RequiresRole(Role.CONTRIBUTOR)
    @Extension(name = "x-required-role", value = "contributor")
    @Operation(operationId = "deleteTable", summary = "Delete a custom table and all its events")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "There is no such workspace or table.")
    @APIResponse(responseCode = "409", description = "The table is built in.")
    public void delete(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The table's name.", example = "SigninLogs") @PathParam("name") String name) {
        service.delete(workspaces.get(workspace), name);
    }
}
