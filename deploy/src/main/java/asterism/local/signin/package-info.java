/**
 * The local house's own sign-in: an OpenID Connect issuer for the named people of the demo, on 127.0.0.1 only.
 *
 * <p>A token says who someone is and nothing more; posts and bodies are facts. In production any issuer takes this place.
 */
@NullMarked
package asterism.local.signin;

import org.jspecify.annotations.NullMarked;
