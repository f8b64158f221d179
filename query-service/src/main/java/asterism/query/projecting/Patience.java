package asterism.query.projecting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** What cannot be applied now is brought again until it can: never given up, never skipped. */
@Configuration(proxyBeanMethods = false)
class Patience {

    @Bean
    CommonErrorHandler bringAgain() {
        return new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS));
    }
}
