package asterism.query;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The service that shows: projections of the journal, as JSON and as pages. Configured by {@code query-service.yaml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class QueryService {

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
                .properties("spring.config.name=query-service");
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    private static final class Migration {
    }

    /** The application, not yet running; its own configuration name lets several services share one class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(QueryService.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=query-service");
    }
}
