package dev.harrier.benchmark.hunting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The events of the benchmark: diagnostic records of sign-ins, 22,222 a day, counted back from {@link #END}. Event number
 * n is always the same one, so that a larger set holds the smaller one and an interrupted load goes on where it was.
 *
 * <p>
 * Of 100 events 70 are non-interactive, 15 interactive, 12 of service principals and 3 of managed identities; there are
 * 10,000 users, 40 applications and 24 result types, nine of ten sign-ins succeed. No two events have the same time.
 */
final class SignInEvents {
    /** The moment after the newest event, far enough in the past for every clock. */
    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    /** Changes whenever the same number would give another event. */
    static final int EDITION = 1;
    /** Nanoseconds from event to event: 2,000,000 in 90 days. */
    private static final long STEP = 3_888_000_000L;
    private static final long NANOS = 1_000_000_000L;
    private static final long FAMILY = 11;
    private static final List<String> FAILURES = List.of("50126", "50053", "50074", "50076", "50140", "700082",
            "50173", "53003", "500121", "50055", "50057", "50034", "50072", "50097", "50158", "65001", "70044", "53000",
            "16000", "70016", "90094", "500011", "7000215");

    /** The four tables, in the order of {@link #stream}. */
    static final List<String> TABLES = List.of("AADNonInteractiveUserSignInLogs", "SigninLogs",
            "AADServicePrincipalSignInLogs", "AADManagedIdentitySignInLogs");
    private static final List<String> CATEGORIES = List.of("NonInteractiveUserSignInLogs", "SignInLogs",
            "ServicePrincipalSignInLogs", "ManagedIdentitySignInLogs");

    private SignInEvents() {}

    /** Events from (inclusive) to (exclusive), one JSON object a line. */
    static byte[] lines(long from, long to) {
        StringBuilder out = new StringBuilder((int) (to - from) * 2600);
        for (long number = from; number < to; number++) {
            write(number, out);
            out.append('\n');
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** How many of the first events fall into each table. */
    static long[] counts(long events) {
        long[] counts = new long[TABLES.size()];
        for (long number = 0; number < events; number++) {
            counts[stream(new Draw(FAMILY, number))]++;
        }
        return counts;
    }

    /** The whole days that so many events reach back. */
    static long days(long events) {
        return Math.ceilDiv(events * STEP, 86_400 * NANOS);
    }

    private static int stream(Draw draw) {
        int roll = draw.below(100);
        return roll < 70 ? 0 : roll < 85 ? 1 : roll < 97 ? 2 : 3;
    }

    private static void write(long number, StringBuilder out) {
        Draw draw = new Draw(FAMILY, number);
        int stream = stream(draw);
        Instant time = END.minusNanos(number * STEP + 100 * (long) (draw.unit() * (STEP / 100 - 2)) + 100);
        if (stream < 2) {
            person(stream, number, time, draw, out);
        } else {
            workload(stream, time, draw, out);
        }
    }

    private static void person(int stream, long number, Instant time, Draw draw, StringBuilder out) {
        Tenant.User user = Tenant.user(draw.skewed(Tenant.USERS, 1.35));
        double roll = draw.unit();
        boolean attacked = roll < 0.01;
        String result = roll < 0.9 && !attacked
                ? "0"
                : attacked
                        ? FAILURES.get(draw.below(2))
                        : FAILURES.get(draw.skewed(FAILURES.size(), 1.7));
        String address = attacked ? Tenant.attacker(draw) : Tenant.address(user, draw);
        int place = attacked ? draw.below(Tenant.places()) : user.place();
        String agent = attacked && draw.below(3) == 0 ? Tenant.script(draw) : Tenant.agent(user.device());
        String app = Tenant.app(draw);
        envelope(stream, time, result, address, Tenant.place(place)[0], draw, out);
        out.append(",\"identity\":\"").append(user.display()).append("\",\"properties\":{");
        common(time, result, address, place, draw, out);
        text(out, "userId", user.id());
        text(out, "userDisplayName", user.display());
        text(out, "userPrincipalName", user.principal());
        text(out, "alternateSignInName", user.principal());
        text(out, "userType", user.number() % 20 == 15 ? "Guest" : "Member");
        text(out, "appId", Tenant.appId(app));
        text(out, "appDisplayName", app);
        text(out, "clientAppUsed", stream == 1 ? "Browser" : "Mobile Apps and Desktop clients");
        text(out, "userAgent", agent);
        text(out, "sessionId", session(user, time));
        out.append(",\"deviceDetail\":{\"deviceId\":\"").append(Draw.guid(user.number() * 77L, user.number()))
                .append("\",\"operatingSystem\":\"").append(agent.contains("Windows") ? "Windows10" : "Ios 18")
                .append("\",\"browser\":\"").append(agent.contains("Edg/") ? "Edge" : "Chrome 140.0")
                .append("\",\"isCompliant\":").append(user.number() % 3 != 0).append(",\"isManaged\":")
                .append(user.number() % 4 != 0).append(",\"trustType\":\"Azure AD joined\"}");
        boolean second = number % 4 == 0;
        text(out, "authenticationRequirement", second ? "multiFactorAuthentication" : "singleFactorAuthentication");
        out.append(",\"authenticationDetails\":[{\"authenticationStepDateTime\":\"").append(time)
                .append("\",\"authenticationMethod\":\"Password\",\"authenticationMethodDetail\":\"Password Hash Sync\",\"succeeded\":")
                .append(!result.equals("50126")).append(
                        ",\"authenticationStepResultDetail\":\"Correct password\",\"authenticationStepRequirement\":\"Primary authentication\"}]");
        out.append(",\"isInteractive\":").append(stream == 1);
        text(out, "homeTenantId", Tenant.ID);
        text(out, "incomingTokenType", stream == 1 ? "none" : "primaryRefreshToken");
        ending(result, draw, out);
    }

    private static void workload(int stream, Instant time, Draw draw, StringBuilder out) {
        boolean managed = stream == 3;
        int number = managed ? Tenant.WORKLOADS + draw.below(Tenant.MANAGED) : draw.skewed(Tenant.WORKLOADS, 1.5);
        String result = draw.unit() < 0.97 ? "0" : draw.below(2) == 0 ? "7000215" : "500011";
        String address = managed ? "" : Tenant.workloadAddress(number, draw);
        int place = number % Tenant.places();
        envelope(stream, time, result, address, managed ? "" : Tenant.place(place)[0], draw, out);
        out.append(",\"properties\":{");
        common(time, result, address, place, draw, out);
        text(out, "appId", Draw.guid(number, 31L * number));
        text(out, "servicePrincipalId", Draw.guid(17L * number, number));
        text(out, "servicePrincipalName", (managed ? "mi-host-" : "sp-task-") + number);
        if (!managed) {
            text(out, "servicePrincipalCredentialKeyId", Draw.guid(5L * number, 3L * number));
            text(out, "userAgent", "azsdk-net-Identity/1.13.1 (.NET 8.0.11; Linux)");
        }
        text(out, "sessionId", "");
        ending(result, draw, out);
    }

    private static void envelope(int stream, Instant time, String result, String address, String country, Draw draw,
            StringBuilder out) {
        out.append("{\"time\":\"").append(time).append('"');
        text(out, "resourceId", "/tenants/" + Tenant.ID + "/providers/Microsoft.aadiam");
        text(out, "operationName", "Sign-in activity");
        text(out, "operationVersion", "1.0");
        text(out, "category", CATEGORIES.get(stream));
        text(out, "tenantId", Tenant.ID);
        text(out, "resultType", result);
        text(out, "resultSignature", result.equals("0") ? "SUCCESS" : "FAILURE");
        text(out, "resultDescription", result.equals("0") ? "" : "The sign-in ended with error " + result + ".");
        out.append(",\"durationMs\":").append(draw.below(400)).append(",\"Level\":4");
        text(out, "callerIpAddress", address);
        text(out, "location", country);
    }

    private static void common(Instant time, String result, String address, int place, Draw draw, StringBuilder out) {
        String[] where = Tenant.place(place);
        String id = draw.guid();
        out.append("\"id\":\"").append(id).append('"');
        text(out, "createdDateTime", time.minusMillis(500).toString());
        text(out, "correlationId", draw.guid());
        text(out, "originalRequestId", id);
        text(out, "ipAddress", address);
        out.append(",\"status\":{\"errorCode\":").append(result);
        text(out, "additionalDetails", "MFA requirement satisfied by claim in the token");
        out.append("},\"location\":{\"city\":\"").append(where[1]).append("\",\"state\":\"").append(where[2])
                .append("\",\"countryOrRegion\":\"").append(where[0]).append("\",\"geoCoordinates\":{\"latitude\":")
                .append(where[3]).append(",\"longitude\":").append(where[4]).append("}}");
        out.append(",\"autonomousSystemNumber\":").append(64_500 + place);
        out.append(",\"networkLocationDetails\":[]");
    }

    private static void ending(String result, Draw draw, StringBuilder out) {
        boolean blocked = result.equals("53003");
        text(out, "conditionalAccessStatus", blocked ? "failure" : "success");
        out.append(",\"appliedConditionalAccessPolicies\":[");
        policy(out.append(""), "Require MFA outside the offices", "Mfa", "notApplied");
        policy(out.append(','), "Block countries without business", "Block", blocked ? "failure" : "notApplied");
        policy(out.append(','), "Compliant device for finance", "RequireCompliantDevice", "reportOnlyNotApplied");
        out.append(
                "],\"authenticationProcessingDetails\":[{\"key\":\"Legacy TLS (TLS 1.0, 1.1, 3DES)\",\"value\":\"False\"}]");
        text(out, "tokenIssuerType", "AzureAD");
        text(out, "resourceDisplayName", draw.below(3) == 0 ? "Microsoft Graph" : "Office 365 Exchange Online");
        text(out, "resourceTenantId", Tenant.ID);
        text(out, "uniqueTokenIdentifier", Long.toString(draw.bits(), 36));
        text(out, "riskLevelDuringSignIn", draw.below(500) == 0 ? "medium" : "none");
        text(out, "riskState", "none");
        out.append(",\"processingTimeInMilliseconds\":").append(40 + draw.below(200)).append("}}");
    }

    private static void policy(StringBuilder out, String name, String control, String result) {
        out.append("{\"id\":\"").append(Draw.guid(name.hashCode(), control.hashCode())).append('"');
        text(out, "displayName", name);
        out.append(",\"enforcedGrantControls\":[\"").append(control).append("\"],\"enforcedSessionControls\":[]");
        text(out, "result", result);
        out.append(",\"conditionsSatisfied\":1,\"conditionsNotSatisfied\":2}");
    }

    private static String session(Tenant.User user, Instant time) {
        return new Draw(FAMILY + user.number(), time.getEpochSecond() / 43_200).guid();
    }

    private static void text(StringBuilder out, String name, String value) {
        out.append(",\"").append(name).append("\":\"").append(value).append('"');
    }
}
