package dev.harrier.sample.record;

/** The four streams of sign-ins. */
public enum Stream {
    INTERACTIVE("SigninLogs", "SignInLogs"), NON_INTERACTIVE("AADNonInteractiveUserSignInLogs",
            "NonInteractiveUserSignInLogs"), SERVICE_PRINCIPAL("AADServicePrincipalSignInLogs",
                    "ServicePrincipalSignInLogs"), MANAGED_IDENTITY("AADManagedIdentitySignInLogs",
                            "ManagedIdentitySignInLogs");

    private final String table;
    private final String category;

    Stream(String table, String category) {
        this.table = table;
        this.category = category;
    }

    public String table() {
        return table;
    }

    /** The diagnostic category; its casing differs from the table's. */
    public String category() {
        return category;
    }

    public boolean ofPeople() {
        return this == INTERACTIVE || this == NON_INTERACTIVE;
    }
}
