package dev.harrier.sample.world;

/**
 * What a token is for.
 *
 * @param id
 *            the same in every tenant
 * @param servicePrincipalId
 *            its stand-in in this tenant
 */
public record Resource(String name, String id, String servicePrincipalId) {
    public static final Resource GRAPH = new Resource("Microsoft Graph", "00000003-0000-0000-c000-000000000000",
            "b1cb1816-7d85-457c-9f32-2a1422d00e17");
    public static final Resource DIRECTORY = new Resource("Windows Azure Active Directory",
            "00000002-0000-0000-c000-000000000000", "5bb7fb0f-d8d9-415b-8725-460b8ce504db");
    public static final Resource MANAGEMENT = new Resource("Windows Azure Service Management API",
            "797f4846-ba00-4fd7-ba43-dac1f8f63013", "ce9c02e4-aafb-4062-97ff-bbaaeca05990");
    public static final Resource EXCHANGE = new Resource("Office 365 Exchange Online",
            "00000002-0000-0ff1-ce00-000000000000", "0583542f-4cd5-413d-8c6e-3438c63be5a9");
    public static final Resource SHAREPOINT = new Resource("Office 365 SharePoint Online",
            "00000003-0000-0ff1-ce00-000000000000", "e35fd989-b021-4ac8-8c31-76236de8809a");
    public static final Resource TEAMS = new Resource("Microsoft Teams Services",
            "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "dde53f64-b9a5-4b5f-b3c1-8c1b55270a2c");
    public static final Resource KEY_VAULT = new Resource("Azure Key Vault", "cfa8b339-82a2-471a-a3c9-0fc0be7a4093",
            "2e432cd4-4edb-4a59-89e3-2949b3995201");
    public static final Resource STORAGE = new Resource("Azure Storage", "e406a681-f3d4-42a8-90b6-c2b029497af1",
            "8a1e6f91-0951-4549-a823-213cb38eb51c");
    public static final Resource DATABASE = new Resource("Azure SQL Database", "022907d3-0f1b-48f7-badc-1ba6abab6d66",
            "5fbd48da-8157-4056-9496-0b4de48e224b");
}
