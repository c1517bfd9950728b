package dev.harrier.sample.world;

import java.util.List;

/** A client application that people sign in with, and the resource it usually asks for. */
public record Application(String name, String id, Resource resource) {
    public static final Application PORTAL = new Application("Azure Portal", "c44b4083-3bb0-49c1-b47d-974e53cbdf3c",
            Resource.MANAGEMENT);
    public static final Application DIRECTORY_POWERSHELL = new Application("Azure Active Directory PowerShell",
            "1b730954-1685-4b74-9bfd-dac224a7b894", Resource.DIRECTORY);
    public static final Application AZURE_POWERSHELL = new Application("Microsoft Azure PowerShell",
            "1950a258-227b-4e31-a9cf-717495945fc2", Resource.MANAGEMENT);
    public static final Application AZURE_CLI = new Application("Microsoft Azure CLI",
            "04b07795-8ddb-461a-bbee-02f9e1bf7b46", Resource.MANAGEMENT);
    public static final Application TEAMS = new Application("Microsoft Teams", "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
            Resource.TEAMS);
    public static final Application OFFICE = new Application("Microsoft Office", "d3590ed6-52b3-4102-aeff-aad2292ab01c",
            Resource.SHAREPOINT);
    public static final Application OFFICE_HOME = new Application("OfficeHome", "4765445b-32c6-49e6-83e6-1d93765276ca",
            Resource.GRAPH);
    public static final Application EXCHANGE = new Application("Office 365 Exchange Online",
            "00000002-0000-0ff1-ce00-000000000000", Resource.EXCHANGE);
    public static final Application OUTLOOK_MOBILE = new Application("Outlook Mobile",
            "27922004-5251-4030-b22d-91ecd9a37ea4", Resource.EXCHANGE);
    public static final Application SHAREPOINT = new Application("Office 365 SharePoint Online",
            "00000003-0000-0ff1-ce00-000000000000", Resource.SHAREPOINT);
    public static final Application MY_APPS = new Application("My Apps", "2793995e-0a7d-40d7-bd35-6968ba142197",
            Resource.GRAPH);
    public static final Application GITHUB = new Application("GitHub.com", "6f1d2b7e-53c4-4c0a-9c3f-0b7a5d2e8f41",
            Resource.GRAPH);
    public static final Application SALES = new Application("Salesforce", "a54e0c1b-2f6d-4b83-8a47-5c19d7e3b260",
            Resource.GRAPH);
    public static final Application SERVICE_DESK = new Application("ServiceNow", "3d7b9f50-8c12-4e6a-b0d5-94f2a6c81e37",
            Resource.GRAPH);
    public static final Application PAYROLL = new Application("Harbour Payroll", "e1c85a42-07bd-4f39-9d6e-2b80f4a3c715",
            Resource.GRAPH);
    public static final Application AWS = new Application("AWS Single Sign-On", "8b24d6f3-91ae-4c57-a2e0-6d35f17b9c08",
            Resource.GRAPH);

    /** What everybody has. */
    public static final List<Application> EVERYDAY = List.of(TEAMS, OFFICE, OFFICE_HOME, EXCHANGE, SHAREPOINT, MY_APPS,
            SERVICE_DESK, PAYROLL);
    public static final List<Application> ENGINEERING = List.of(GITHUB, PORTAL, AZURE_CLI, AWS);
    public static final List<Application> ADMINISTRATION = List.of(PORTAL, AZURE_POWERSHELL, DIRECTORY_POWERSHELL, AWS);
}
