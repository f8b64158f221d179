package asterism.query;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;

/** The service that shows: projections of the journal, as JSON and as pages. Configured by {@code query-service.yaml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class QueryService {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The application, not yet running; its own configuration name lets several services share one class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(QueryService.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=query-service");
    }
}
