/**
 * Who is calling, with which roles, in which workspace; and the audit of what they did.
 *
 * <pre>
 * request ─► ApiKeyMechanism ─► ApiKeyIdentityProvider ─► Callers ─► AccessFilter (RequiresRole) ─► operation ─► AuditFilter
 * </pre>
 *
 * <p>
 * Every REST operation names the role it needs with {@link dev.harrier.access.RequiresRole}; one that names none is
 * refused. Another way of signing in is another {@code HttpAuthenticationMechanism} whose identity carries a {@link
 * dev.harrier.access.Caller}.
 */
package dev.harrier.access;
