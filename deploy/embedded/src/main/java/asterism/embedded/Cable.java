package asterism.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** A TCP proxy for tests, on 127.0.0.1, that can be cut: everything that goes through it ends in the middle of a word. */
public final class Cable implements AutoCloseable {
    private final ServerSocket door;
    private final IntSupplier port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean severed;

    /** @param port where it leads, asked anew for each connection */
    public Cable(IntSupplier port) throws IOException {
        this.port = port;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Ends all connections; new ones are taken at once. */
    public void cut() {
        open.forEach(Cable::end);
    }

    /** Until it is mended nobody gets through. */
    public void sever() {
        severed = true;
        cut();
    }

    /** Lets new connections through again. */
    public void mend() {
        severed = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                open.add(near);
                if (severed) {
                    end(near);
                } else {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), port.getAsInt());
                    open.add(far);
                    Thread.ofVirtual().start(() -> pump(near, far));
                    Thread.ofVirtual().start(() -> pump(far, near));
                }
            } catch (IOException e) {
                // nobody is there at the moment
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // it was cut
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // then it has ended already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
