package asterism.command;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;

/** The service that decides: commands in, facts out, one journal. Configured by {@code command-service.yaml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class CommandService {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, not yet running; its own configuration name lets several services share one class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CommandService.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=command-service");
    }
}
