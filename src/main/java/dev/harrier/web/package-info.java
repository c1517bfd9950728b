/**
 * Serves the page, maps errors to problem responses, answers for health, and reports the start.
 */
package dev.harrier.web;
