package dev.harrier.sample.record;

/** How a sign-in ended: result code, its English text, and what the status adds. */
public enum Outcome {
    SUCCESS("0", "", "MFA requirement satisfied by claim in the token"), INVALID_PASSWORD("50126",
            "Error validating credentials due to invalid username or password.", ""), LOCKED("50053",
                    "Account is locked because user tried to sign in too many times with an incorrect user ID or password.",
                    ""), PASSWORD_EXPIRED("50055", "Invalid password, entered expired password.", ""), NO_PASSWORD(
                            "50056", "Invalid or null password: password does not exist in store for this user.",
                            ""), DISABLED("50057",
                                    "User account is disabled. The account has been disabled by an administrator.",
                                    ""), UNKNOWN_USER("50034", "The user account does not exist in the directory.",
                                            ""), MFA_REQUIRED("50074", "Strong Authentication is required.",
                                                    "MFA required in Azure AD"), MFA_PENDING("50076",
                                                            "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.",
                                                            ""), MFA_ENROLMENT("50072",
                                                                    "User needs to enroll for second factor authentication (interactive).",
                                                                    ""), PASSWORD_RESET("50125",
                                                                            "Sign-in was interrupted due to a password reset or password registration entry.",
                                                                            ""), STAY_SIGNED_IN("50140",
                                                                                    "This error occurred due to 'Keep me signed in' interrupt when the user was signing-in.",
                                                                                    ""), CHALLENGE("50158",
                                                                                            "External security challenge was not satisfied.",
                                                                                            ""), MFA_DENIED("500121",
                                                                                                    "Authentication failed during strong authentication request.",
                                                                                                    "MFA Denied; user declined the authentication"), MFA_IGNORED(
                                                                                                            "500121",
                                                                                                            "Authentication failed during strong authentication request.",
                                                                                                            "MFA denied; user did not respond to mobile app notification"), BLOCKED_BY_POLICY(
                                                                                                                    "53003",
                                                                                                                    "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
                                                                                                                    ""), DEVICE_NOT_COMPLIANT(
                                                                                                                            "53000",
                                                                                                                            "Device is not in required device state: compliant.",
                                                                                                                            ""), SESSION_EXPIRED(
                                                                                                                                    "70044",
                                                                                                                                    "The session has expired or is invalid due to sign-in frequency checks by conditional access.",
                                                                                                                                    ""), GRANT_REVOKED(
                                                                                                                                            "50173",
                                                                                                                                            "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.",
                                                                                                                                            ""), REFRESH_EXPIRED(
                                                                                                                                                    "700082",
                                                                                                                                                    "The refresh token has expired due to inactivity.",
                                                                                                                                                    ""), DEVICE_AUTHENTICATION(
                                                                                                                                                            "50097",
                                                                                                                                                            "Device authentication is required.",
                                                                                                                                                            ""), CONSENT_MISSING(
                                                                                                                                                                    "65001",
                                                                                                                                                                    "The user or administrator has not consented to use the application.",
                                                                                                                                                                    ""), CODE_PENDING(
                                                                                                                                                                            "70016",
                                                                                                                                                                            "Authorization pending. Continue polling.",
                                                                                                                                                                            ""), KEY_EXPIRED(
                                                                                                                                                                                    "7000222",
                                                                                                                                                                                    "The provided client secret keys are expired.",
                                                                                                                                                                                    ""), KEY_INVALID(
                                                                                                                                                                                            "7000215",
                                                                                                                                                                                            "Invalid client secret is provided.",
                                                                                                                                                                                            ""), RESOURCE_MISSING(
                                                                                                                                                                                                    "500011",
                                                                                                                                                                                                    "The resource principal was not found in the tenant.",
                                                                                                                                                                                                    "");

    private final String code;
    private final String description;
    private final String details;

    Outcome(String code, String description, String details) {
        this.code = code;
        this.description = description;
        this.details = details;
    }

    public String code() {
        return code;
    }

    public String description() {
        return description;
    }

    public String details() {
        return details;
    }

    boolean blockedByPolicy() {
        return this == BLOCKED_BY_POLICY || this == DEVICE_NOT_COMPLIANT || this == CHALLENGE;
    }

    boolean afterPassword() {
        return this == MFA_REQUIRED || this == MFA_PENDING || this == MFA_DENIED || this == MFA_IGNORED
                || this == STAY_SIGNED_IN || blockedByPolicy();
    }
}
