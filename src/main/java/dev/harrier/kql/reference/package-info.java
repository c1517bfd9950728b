/**
 * What the language offers, described for people: every function, aggregate, operator, source, plugin and statement with
 * its forms, documentation and an example, and every official name that is not supported.
 *
 * <p>
 * Functions and aggregates describe themselves where they are defined. What has no place for words there, such as
 * operators, plugins and window functions, is described in {@code resources/kql/reference.txt}; to add one, add a block to
 * it. The pages under {@code src/docs/reference} are made from this package by a test, which also runs the examples.
 */
package dev.harrier.kql.reference;
