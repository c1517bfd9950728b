/**
 * Measures what users wait for. Nothing here is part of the service or of the tests: {@code mvn -Pbenchmark} compiles and
 * runs it, and {@code -Dbenchmark.main} names another class with a main method.
 */
package dev.harrier.benchmark;
