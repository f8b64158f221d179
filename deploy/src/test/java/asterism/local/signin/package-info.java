/** Signing in to the local house: who may, and where. */
@NullMarked
package asterism.local.signin;

import org.jspecify.annotations.NullMarked;
