package asterism.command.wiring.hooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a hook may lead: over HTTPS to a public address. Hosts that are allowed by name may be local, and be asked over HTTP. A name is
 * resolved before each delivery and not long after by the HTTP client, from the same cache of the JVM; redirects are not followed.
 */
@Component
class Addresses {
    private final Set<String> allowed;

    /** @param allowed hosts with commas between */
    Addresses(@Value("${asterism.hooks.allowed-hosts}") String allowed) {
        this.allowed = Stream.of(allowed.split(",")).map(host -> host.strip().toLowerCase(Locale.ROOT)).filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Not where a hook may lead. */
    static final class Forbidden extends RuntimeException {
        Forbidden(String sentence) {
            super(sentence);
        }
    }

    /** The address as one may write to it, whatever its name means today. */
    URI parsed(String url) {
        try {
            URI address = URI.create(url);
            String host = address.getHost();
            if (host != null && address.getUserInfo() == null && address.getFragment() == null && ("https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && isAllowed(host)))) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // refused below
        }
        throw new Forbidden("a hook leads over https to a host, without a user and a fragment");
    }

    /** The same, after a look at what its name means now. */
    URI checked(String url) throws UnknownHostException {
        URI address = parsed(url);
        if (!isAllowed(address.getHost()) && !Arrays.stream(InetAddress.getAllByName(address.getHost())).allMatch(Addresses::isPublic)) {
            throw new Forbidden("the host has an address that is not public");
        }
        return address;
    }

    private boolean isAllowed(String host) {
        return allowed.contains(host.toLowerCase(Locale.ROOT));
    }

    /** No loopback, private, link-local, shared, multicast or reserved address, nor an IPv6 one that stands for such. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff);
            case Inet6Address _ -> (bytes[0] & 0xe0) == 0x20 && !translates(bytes);
            case InetAddress _ -> false;
        };
    }

    private static boolean isPublic(int first, int second) {
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        boolean special = first == 192 && second == 0;
        return first != 0 && first < 240 && !shared && !benchmark && !special;
    }

    /** 6to4 and Teredo hold an IPv4 address. */
    private static boolean translates(byte[] bytes) {
        return bytes[0] == 0x20 && (bytes[1] == 0x02 || (bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0));
    }
}
