/**
 * Harrier takes in Entra ID sign-in events, indexes them in OpenSearch and answers hunting queries in KQL. The
 * architecture is described package by package in the {@code package-info} files below this one.
 */
package dev.harrier;
