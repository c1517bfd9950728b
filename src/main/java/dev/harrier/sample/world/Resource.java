package dev.harrier.sample.world;

/** What a token is for. */
public record Resource(String name, String id) {
    public static final Resource GRAPH = new Resource("Microsoft Graph", "00000003-0000-0000-c000-000000000000");
    public static final Resource DIRECTORY = new Resource("Windows Azure Active Directory",
            "00000002-0000-0000-c000-000000000000");
    public static final Resource MANAGEMENT = new Resource("Windows Azure Service Management API",
            "797f4846-ba00-4fd7-ba43-dac1f8f63013");
    public static final Resource EXCHANGE = new Resource("Office 365 Exchange Online",
            "00000002-0000-0ff1-ce00-000000000000");
    public static final Resource SHAREPOINT = new Resource("Office 365 SharePoint Online",
            "00000003-0000-0ff1-ce00-000000000000");
    public static final Resource TEAMS = new Resource("Microsoft Teams Services",
            "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe");
    public static final Resource KEY_VAULT = new Resource("Azure Key Vault", "cfa8b339-82a2-471a-a3c9-0fc0be7a4093");
    public static final Resource STORAGE = new Resource("Azure Storage", "e406a681-f3d4-42a8-90b6-c2b029497af1");
    public static final Resource DATABASE = new Resource("Azure SQL Database", "022907d3-0f1b-48f7-badc-1ba6abab6d66");
}
