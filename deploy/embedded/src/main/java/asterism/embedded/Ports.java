package asterism.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Ports on 127.0.0.1. */
public final class Ports {

    /** Below the range from which operating systems take the near end of outgoing connections, so that none of those comes between. */
    private static final int LOWEST = 15_000;
    private static final int HOW_MANY = 17_000;
    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(HOW_MANY));

    private Ports() {
    }

    /** A port that was free a moment ago and that this process has not been given before. */
    public static int free() {
        return IntStream.generate(() -> LOWEST + Math.floorMod(NEXT.getAndIncrement(), HOW_MANY)).limit(HOW_MANY).filter(Ports::isFree)
                .findFirst().orElseThrow(() -> new ServerFailure("No port from " + LOWEST + " on is free."));
    }

    /** The port itself, or one that is free now where it is 0. */
    public static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    /** Whether nothing listens on this port, neither on 127.0.0.1 nor on all addresses. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)) && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
