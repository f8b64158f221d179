package asterism.journal;

/** The hashes within a tree whose leaves are there already; wherever they are kept. */
@FunctionalInterface
public interface Nodes {

    /**
     * The root of a perfect subtree: 32 bytes.
     *
     * @param height 0 for a leaf; the subtree has 2 to the power of this many leaves
     * @param index  0, 1, 2 … among the subtrees of that height; its leaves begin at {@code index << height}
     */
    byte[] at(int height, long index);
}
