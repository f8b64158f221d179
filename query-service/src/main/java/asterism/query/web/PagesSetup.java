package asterism.query.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts language and shell around what the controllers answer. */
@Configuration(proxyBeanMethods = false)
class PagesSetup implements WebMvcConfigurer {
    private final Languages languages;
    private final Shells shells;

    PagesSetup(Languages languages, Shells shells) {
        this.languages = languages;
        this.shells = shells;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languages);
        registry.addInterceptor(shells).excludePathPatterns("/api/**", "/actuator/**", "/assets/**");
    }
}
