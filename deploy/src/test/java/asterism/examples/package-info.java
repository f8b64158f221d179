/** Programs as others write them beside a house; the tests run them. */
@NullMarked
package asterism.examples;

import org.jspecify.annotations.NullMarked;
