/**
 * Documents that people write and law cites: schemes, local rules, calendars.
 * Read as failsafe YAML, where each scalar is text and nothing is guessed, into a tree that knows the line,
 * the column and the path of each part, so that a finding can say exactly where it was made.
 */
@NullMarked
package asterism.document;

import org.jspecify.annotations.NullMarked;
