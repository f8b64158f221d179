@NullMarked
package asterism.local.demo;

import org.jspecify.annotations.NullMarked;
