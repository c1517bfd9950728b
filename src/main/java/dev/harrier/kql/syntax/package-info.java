/**
 * Turns query text into a syntax tree of sealed records with spans, and diagnostics; the only package that imports
 * ANTLR.
 */
package dev.harrier.kql.syntax;
