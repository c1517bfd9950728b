/** Binding, by query texts and the plans or diagnostics that they give. */
package dev.harrier.kql.bind;
