package asterism.command;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The service that decides: commands in, facts out, one journal. Configured by {@code command-service.yaml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class CommandService {

    /** @param args the word {@code migrate} to bring the database up to date and end; settings of Spring Boot */
    public static void main(String[] args) {
        if (List.of(args).contains("migrate")) {
            migration().run(args).close();
        } else {
            application().run(args);
        }
    }

    /** Brings the database up to date. */
    private static SpringApplicationBuilder migration() {
        return new SpringApplicationBuilder(Migration.class).web(WebApplicationType.NONE)
                .properties("spring.config.name=command-service");
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    private static final class Migration {
    }

    /** The application, not yet running; its own configuration name lets several services share one class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CommandService.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=command-service");
    }
}
