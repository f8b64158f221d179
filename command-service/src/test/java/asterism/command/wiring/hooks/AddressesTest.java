package asterism.command.wiring.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.wiring.hooks.Addresses.Forbidden;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hook leads out of the house and nowhere else, and what it is told is signed as everybody checks it. */
class AddressesTest {
    private final Addresses addresses = new Addresses("hooks.internal, 127.0.0.1");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "198.18.0.1",
        "192.0.0.8", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
        "2002:a00:1::1", "2001:0:1::1", "ff02::1"})
    void what_is_not_public_is_not_called(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f::1"})
    void what_is_public_is_called(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://county.example/", "ftp://hooks.internal/", "https://user@county.example/", "https:///x",
        "file:///etc", "https://county.example/#x", "not an address"})
    void an_address_is_https_and_names_a_host_alone(String url) {
        assertThatThrownBy(() -> addresses.parsed(url)).isInstanceOf(Forbidden.class);
    }

    @Test
    void what_is_local_is_called_only_where_the_settings_say_so() throws UnknownHostException {
        assertThat(addresses.checked("http://127.0.0.1:9/x")).hasHost("127.0.0.1");
        assertThat(addresses.parsed("https://county.example/hook")).hasHost("county.example");
        assertThatThrownBy(() -> addresses.checked("https://localhost/x")).isInstanceOf(Forbidden.class).hasMessageContaining("not public");
        assertThatThrownBy(() -> new Addresses("").checked("https://[::1]/")).isInstanceOf(Forbidden.class);
    }

    /** The example that the libraries of Standard Webhooks test themselves with. */
    @Test
    void a_signature_is_the_one_of_standard_webhooks_and_an_exchanged_secret_signs_beside_the_new_one() {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        String signed = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assertThat(Signature.of(Signature.keys(secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo(signed);
        assertThat(Signature.of(Signature.keys("whsec_" + "A".repeat(32) + " " + secret), "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330,
                "{\"test\": 2432232314}")).startsWith("v1,").endsWith(" " + signed);
        assertThatThrownBy(() -> Signature.keys("secret")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Signature.keys("whsec_AAAA")).isInstanceOf(IllegalArgumentException.class);
    }
}
