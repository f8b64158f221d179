@org.jspecify.annotations.NullMarked
package asterism.embedded;
