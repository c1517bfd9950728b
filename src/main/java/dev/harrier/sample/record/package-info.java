/**
 * Sample events and how they are written: sign-ins and directory changes as diagnostic-settings records, rows of
 * companion tables in column form.
 *
 * <p>
 * Shapes follow real records: seven fraction digits, real JSON objects in {@code properties} for every stream, an
 * offset instead of Z in {@code createdDateTime}, which is a little earlier than {@code time}. To add a property, add it
 * to {@link dev.harrier.sample.record.SignInWriter}.
 */
package dev.harrier.sample.record;
