/**
 * How facts become rows.
 *
 * <p>A {@link asterism.query.projecting.Projection} answers one question: a pure fold from facts to row changes over tables of
 * its own. The {@link asterism.query.projecting.Projector} feeds it each position exactly once, from Kafka and, where the topic
 * has a gap or is silent, from the command-service's feed; rows and applied position go into one transaction. The same fold
 * fills an empty build of the tables in bulk. A fact that cannot be read parks its branch and nothing else.
 */
@NullMarked
package asterism.query.projecting;

import org.jspecify.annotations.NullMarked;
