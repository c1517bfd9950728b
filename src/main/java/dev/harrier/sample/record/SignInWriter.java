package dev.harrier.sample.record;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Ticks;

/** Writes one sign-in as a diagnostic-settings record. */
final class SignInWriter {
    private final JsonGenerator out;
    private final SignIn event;

    SignInWriter(JsonGenerator out, SignIn event) {
        this.out = out;
        this.event = event;
    }

    void write() throws IOException {
        out.writeStartObject();
        envelope();
        out.writeObjectFieldStart("properties");
        identity();
        if (event.stream.ofPeople()) {
            person();
        } else {
            workload();
        }
        conditions();
        token();
        risk();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void envelope() throws IOException {
        out.writeStringField("time", Ticks.text(event.ticks) + "Z");
        out.writeStringField("resourceId", "/tenants/" + SampleWorld.TENANT + "/providers/Microsoft.aadiam");
        out.writeStringField("operationName", "Sign-in activity");
        out.writeStringField("operationVersion", "1.0");
        out.writeStringField("category", event.stream.category());
        out.writeStringField("tenantId", SampleWorld.TENANT);
        out.writeStringField("resultType", event.outcome.code());
        out.writeStringField("resultSignature", event.outcome == Outcome.SUCCESS ? "SUCCESS" : "FAILURE");
        if (event.outcome != Outcome.SUCCESS) {
            out.writeStringField("resultDescription", event.outcome.description());
        }
        out.writeNumberField("durationMs", 0);
        if (!event.address.ip().isEmpty()) {
            out.writeStringField("callerIpAddress", event.address.ip());
        }
        out.writeStringField("correlationId", event.correlationId);
        if (event.person != null) {
            out.writeStringField("identity", event.person.displayName());
        }
        out.writeNumberField("Level", 4);
        if (!event.address.place().country().isEmpty()) {
            out.writeStringField("location", event.address.place().country());
        }
    }

    private void identity() throws IOException {
        out.writeStringField("id", event.id);
        out.writeStringField("createdDateTime", Ticks.text(event.ticks - event.lag) + "+00:00");
        out.writeStringField("correlationId", event.correlationId);
        out.writeStringField("originalRequestId", event.id);
        out.writeStringField("ipAddress", event.address.ip());
        status();
        location();
        if (event.address.systemNumber() != 0) {
            out.writeNumberField("autonomousSystemNumber", event.address.systemNumber());
        }
        networkLocation();
    }

    private void status() throws IOException {
        out.writeObjectFieldStart("status");
        out.writeNumberField("errorCode", Integer.parseInt(event.outcome.code()));
        if (event.outcome != Outcome.SUCCESS) {
            out.writeStringField("failureReason", event.outcome.description());
        }
        if (!event.outcome.details().isEmpty() && (event.outcome != Outcome.SUCCESS || event.strong)) {
            out.writeStringField("additionalDetails", event.outcome.details());
        }
        out.writeEndObject();
    }

    private void location() throws IOException {
        out.writeObjectFieldStart("location");
        out.writeStringField("city", event.address.place().city());
        out.writeStringField("state", event.address.place().state());
        out.writeStringField("countryOrRegion", event.address.place().country());
        out.writeObjectFieldStart("geoCoordinates");
        out.writeNumberField("latitude", event.address.place().latitude());
        out.writeNumberField("longitude", event.address.place().longitude());
        out.writeEndObject();
        out.writeEndObject();
    }

    private void networkLocation() throws IOException {
        out.writeArrayFieldStart("networkLocationDetails");
        if (!event.address.namedLocation().isEmpty()) {
            out.writeStartObject();
            out.writeStringField("networkType", "trustedNamedLocation");
            out.writeArrayFieldStart("networkNames");
            out.writeString(event.address.namedLocation());
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void person() throws IOException {
        out.writeStringField("userId", event.person.id());
        out.writeStringField("userDisplayName", event.person.displayName());
        out.writeStringField("userPrincipalName", event.person.upn());
        out.writeStringField("alternateSignInName", event.person.upn());
        out.writeStringField("signInIdentifier", event.person.upn());
        boolean guest = event.person.standing() == Person.Standing.GUEST;
        out.writeStringField("userType", guest ? "Guest" : "Member");
        out.writeStringField("crossTenantAccessType", guest ? "b2bCollaboration" : "none");
        out.writeStringField("appId", event.app.id());
        out.writeStringField("appDisplayName", event.app.name());
        out.writeStringField("servicePrincipalId", "");
        out.writeStringField("clientAppUsed", event.client.text());
        out.writeStringField("userAgent", event.userAgent);
        device();
        authentication();
        out.writeBooleanField("isInteractive", event.stream == Stream.INTERACTIVE);
        if (event.stream == Stream.NON_INTERACTIVE) {
            out.writeArrayFieldStart("signInEventTypes");
            out.writeString("nonInteractiveUser");
            out.writeEndArray();
        }
        out.writeBooleanField("isTenantRestricted", false);
        out.writeBooleanField("isThroughGlobalSecureAccess", false);
        out.writeStringField("globalSecureAccessIpAddress", "");
        out.writeStringField("homeTenantId", SampleWorld.TENANT);
        out.writeStringField("homeTenantName", SampleWorld.TENANT_NAME);
        out.writeStringField("appOwnerTenantId", SampleWorld.VENDOR_TENANT);
        out.writeObjectFieldStart("agent");
        out.writeStringField("agentType", "notAgentic");
        out.writeEndObject();
        out.writeObjectFieldStart("tokenProtectionStatusDetails");
        out.writeStringField("signInSessionStatus", event.device.managed() ? "bound" : "unbound");
        out.writeNumberField("signInSessionStatusCode", 0);
        out.writeEndObject();
    }

    private void device() throws IOException {
        out.writeObjectFieldStart("deviceDetail");
        out.writeStringField("deviceId", event.device.id());
        if (!event.device.name().isEmpty()) {
            out.writeStringField("displayName", event.device.name());
        }
        out.writeStringField("operatingSystem", event.device.system());
        out.writeStringField("browser", event.device.browser());
        if (!event.device.id().isEmpty()) {
            out.writeBooleanField("isCompliant", event.device.managed());
            out.writeBooleanField("isManaged", event.device.managed());
            out.writeStringField("trustType", event.device.trust());
        }
        out.writeEndObject();
    }

    private void authentication() throws IOException {
        boolean second = event.strong || event.outcome == Outcome.MFA_DENIED || event.outcome == Outcome.MFA_IGNORED;
        boolean multiple = second || event.outcome == Outcome.MFA_REQUIRED || event.outcome == Outcome.MFA_PENDING;
        out.writeStringField("authenticationRequirement",
                multiple ? "multiFactorAuthentication" : "singleFactorAuthentication");
        out.writeArrayFieldStart("authenticationDetails");
        if (event.stream == Stream.INTERACTIVE) {
            boolean right = event.outcome == Outcome.SUCCESS || event.outcome.afterPassword();
            step("Password", "Password Hash Sync", right, right ? "Correct password" : "Incorrect password",
                    "Primary authentication");
            if (second) {
                boolean given = event.outcome == Outcome.SUCCESS;
                step("Mobile app notification", "", given,
                        given ? "MFA successfully completed" : event.outcome.details(), "Multifactor authentication");
            }
        }
        out.writeEndArray();
        out.writeObjectFieldStart("mfaDetail");
        if (second && event.stream == Stream.INTERACTIVE) {
            out.writeStringField("authMethod", "Mobile app notification");
        }
        out.writeEndObject();
        out.writeArrayFieldStart("authenticationRequirementPolicies");
        if (multiple) {
            out.writeStartObject();
            out.writeStringField("requirementProvider", "multiConditionalAccess");
            out.writeStringField("detail", "Conditional Access");
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("sessionLifetimePolicies");
        out.writeEndArray();
    }

    private void step(String method, String detail, boolean succeeded, String result, String requirement)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("authenticationStepDateTime", Ticks.text(event.ticks - event.lag) + "+00:00");
        out.writeStringField("authenticationMethod", method);
        if (!detail.isEmpty()) {
            out.writeStringField("authenticationMethodDetail", detail);
        }
        out.writeBooleanField("succeeded", succeeded);
        out.writeStringField("authenticationStepResultDetail", result);
        out.writeStringField("authenticationStepRequirement", requirement);
        out.writeEndObject();
    }

    private void workload() throws IOException {
        out.writeNullField("userId");
        out.writeStringField("appId", event.workload.appId());
        out.writeStringField("servicePrincipalId", event.workload.servicePrincipalId());
        out.writeStringField("servicePrincipalName", event.workload.name());
        out.writeBooleanField("isInteractive", false);
        out.writeBooleanField("isTenantRestricted", false);
        out.writeStringField("crossTenantAccessType", "none");
        if (event.workload.managed()) {
            out.writeObjectFieldStart("managedServiceIdentity");
            out.writeStringField("msiType", "systemAssigned");
            out.writeStringField("associatedResourceId",
                    "/subscriptions/0f5a9c3e-6b1d-4e27-8c40-d2975b18ea63/resourcegroups/rg-freight/providers/Microsoft.Web/sites/"
                            + event.workload.name());
            out.writeEndObject();
        } else {
            out.writeStringField("servicePrincipalCredentialKeyId", event.keyId);
            out.writeStringField("servicePrincipalCredentialThumbprint",
                    event.keyId.equals(event.workload.keyId()) ? event.workload.thumbprint() : "");
            out.writeStringField("userAgent", event.userAgent);
        }
    }

    private void conditions() throws IOException {
        boolean applies = event.stream == Stream.INTERACTIVE || event.outcome.blockedByPolicy();
        boolean reached = event.outcome == Outcome.SUCCESS || event.outcome.afterPassword();
        String status = event.outcome.blockedByPolicy() ? "failure" : applies && reached ? "success" : "notApplied";
        if (event.stream == Stream.NON_INTERACTIVE && event.outcome == Outcome.SUCCESS) {
            status = "success";
        }
        out.writeStringField("conditionalAccessStatus", status);
        out.writeArrayFieldStart("appliedConditionalAccessPolicies");
        if (!event.address.equals(Address.NONE)) {
            policy("8e1b6c40-2f9d-4a35-b7c8-10d4e6a29f73", "Require MFA outside the offices", "Mfa",
                    event.outcome == Outcome.SUCCESS && event.strong ? "success" : "notApplied");
            policy("c94f2a17-60d8-4be1-93a5-7f3b8d0e5c12", "Block countries without business", "Block",
                    event.outcome == Outcome.BLOCKED_BY_POLICY ? "failure" : "notApplied");
            policy("1d70e5b9-a8c3-4f62-8e94-b26c5f3a0d87", "Compliant device for finance", "RequireCompliantDevice",
                    event.outcome == Outcome.DEVICE_NOT_COMPLIANT ? "failure" : "reportOnlyNotApplied");
        }
        out.writeEndArray();
    }

    private void policy(String id, String name, String control, String result) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", id);
        out.writeStringField("displayName", name);
        out.writeArrayFieldStart("enforcedGrantControls");
        out.writeString(control);
        out.writeEndArray();
        out.writeArrayFieldStart("enforcedSessionControls");
        out.writeEndArray();
        out.writeStringField("result", result);
        out.writeNumberField("conditionsSatisfied", result.equals("notApplied") ? 1 : 3);
        out.writeNumberField("conditionsNotSatisfied", result.equals("notApplied") ? 2 : 0);
        out.writeEndObject();
    }

    private void token() throws IOException {
        out.writeArrayFieldStart("authenticationProcessingDetails");
        detail("Legacy TLS (TLS 1.0, 1.1, 3DES)", event.client.legacy() ? "True" : "False");
        detail("Is CAE Token", event.stream == Stream.NON_INTERACTIVE ? "True" : "False");
        out.writeEndArray();
        out.writeArrayFieldStart("authenticationContextClassReferences");
        out.writeEndArray();
        out.writeStringField("tokenIssuerName", "");
        out.writeStringField("tokenIssuerType", "AzureAD");
        out.writeStringField("clientCredentialType", clientCredential());
        out.writeStringField("resourceDisplayName", event.resource.name());
        out.writeStringField("resourceId", event.resource.id());
        out.writeStringField("resourceServicePrincipalId", event.resource.servicePrincipalId());
        out.writeStringField("resourceTenantId", SampleWorld.TENANT);
        out.writeStringField("resourceOwnerTenantId", SampleWorld.VENDOR_TENANT);
        out.writeArrayFieldStart("conditionalAccessAudiences");
        out.writeString(event.resource.id());
        out.writeEndArray();
        out.writeStringField("uniqueTokenIdentifier", event.tokenId);
        out.writeStringField("sessionId", event.sessionId);
        out.writeStringField("incomingTokenType", event.incomingToken);
        out.writeStringField("authenticationProtocol", event.protocol);
        out.writeStringField("originalTransferMethod", event.transferMethod);
        out.writeNumberField("processingTimeInMilliseconds", 40 + (int) (event.lag % 200));
    }

    private String clientCredential() {
        return switch (event.stream) {
            case INTERACTIVE, NON_INTERACTIVE -> "none";
            case SERVICE_PRINCIPAL -> event.workload.number() % 3 == 0 ? "certificate" : "clientSecret";
            case MANAGED_IDENTITY -> "managedIdentity";
        };
    }

    private void detail(String key, String value) throws IOException {
        out.writeStartObject();
        out.writeStringField("key", key);
        out.writeStringField("value", value);
        out.writeEndObject();
    }

    private void risk() throws IOException {
        boolean risky = !event.risk.equals("none");
        out.writeStringField("riskDetail", "none");
        out.writeStringField("riskLevelAggregated", event.risk);
        out.writeStringField("riskLevelDuringSignIn", event.risk);
        out.writeStringField("riskState", risky ? "atRisk" : "none");
        out.writeArrayFieldStart("riskEventTypes");
        if (risky) {
            out.writeString(event.riskEvent);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("riskEventTypes_v2");
        if (risky) {
            out.writeString(event.riskEvent);
        }
        out.writeEndArray();
        out.writeBooleanField("flaggedForReview", false);
    }
}
