/** Ways to write the answer of a query; each is one file and is chosen by the request's {@code Accept}. */
package dev.harrier.query.format;
