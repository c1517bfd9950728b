package dev.harrier.kql.bind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is not supported on purpose, and what to use instead. */
public final class Refusals {
    private static final String ONE_WORKSPACE = "a query sees the tables of its workspace only";
    private static final String NO_CLUSTER = "there is no cluster to ask about";
    private static final String NO_CODE = "queries run no code of other languages; use the functions of the language";
    private static final String NO_CALLS = "queries call no other service; ingest the data into a table";
    private static final String NO_MODELS = "queries call no model; do so with the result";
    private static final String NO_GRAPHS = "join the tables that hold the nodes and the edges";
    private static final String NO_CURSORS = "filter by a time column";
    private static final String NO_SHAPES = "of geometry there are geo_distance_2points, geo_point_in_circle, "
            + "geo_point_in_polygon and geohashes";
    private static final Map<String, String> BY_NAME = byName();
    private static final Map<String, String> BY_PREFIX = Map.of("graph-", NO_GRAPHS, "graph_", NO_GRAPHS, "geo_",
            NO_SHAPES, "ai_", NO_MODELS, "http_request", NO_CALLS, "cosmosdb", NO_CALLS, "azure_digital_twins",
            NO_CALLS,
            "rowstore_", NO_CLUSTER, "cursor_", NO_CURSORS, "infer_storage_schema", NO_CALLS);

    private Refusals() {}

    private static Map<String, String> byName() {
        Map<String, String> advice = new LinkedHashMap<>();
        put(advice, ONE_WORKSPACE, "cluster", "database", "workspace", "app", "adx", "arg", "resource", "macro-expand",
                "alias");
        put(advice, NO_CLUSTER, "current_cluster_endpoint", "current_database", "current_node_id", "current_principal",
                "current_principal_details", "current_principal_is_member_of", "current_principal_is_of_type",
                "extent_id", "extent_tags", "extentid", "cluster_name", "estimate_data_size", "estimate_rows_count",
                "execute_show_command", "execute_query", "database_name");
        put(advice, NO_CODE, "python", "r", "csharp");
        put(advice, NO_CALLS, "sql_request", "mysql_request", "postgresql_request", "dax_request",
                "external_datatable");
        put(advice, NO_GRAPHS, "make-graph", "node_degree_in", "node_degree_out", "inner_nodes", "all", "any_node",
                "node_id", "labels");
        put(advice, "ingest the data into a table", "external_table");
        put(advice, "run the query itself", "stored_query_result", "execute-and-cache");
        put(advice, NO_CURSORS, "current_cursor");
        put(advice, "this service has no GeoLite2-City.mmdb; set harrier.geoip-dir to a folder with it",
                "geo_info_from_ip_address");
        put(advice, "how the engine combines hashes is not known; hash a text, hash(strcat(a, '|', b))",
                "hash_combine", "hash_many");
        put(advice, "the roles of the caller decide what is read", "restrict");
        put(advice, "use 'let' with a function", "declare pattern");
        return Map.copyOf(advice);
    }

    private static void put(Map<String, String> advice, String text, String... names) {
        for (String name : names) {
            advice.put(name, text);
        }
    }

    /** Whether it is refused by its very name, whatever the official language says. */
    static boolean isNamed(String name) {
        return BY_NAME.containsKey(name);
    }

    /** What to use instead of something that is refused on purpose; empty for what is merely not built. */
    public static Optional<String> advice(String name) {
        String exact = BY_NAME.get(name);
        return exact != null
                ? Optional.of(exact)
                : BY_PREFIX.entrySet().stream().filter(entry -> name.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue).findFirst();
    }
}
