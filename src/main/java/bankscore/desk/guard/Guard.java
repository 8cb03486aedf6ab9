package bankscore.desk.guard;

import bankscore.office.Role;
import jakarta.servlet.DispatcherType;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The order in which a request is looked at before a page is asked. */
@Configuration(proxyBeanMethods = false)
class Guard {

    /** Nothing from elsewhere, nothing inline, and no frame around a page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Answers what never becomes a request: Tomcat's own words say more than they should. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastWord() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(PlainRefusal.class.getName()));
    }

    @Bean
    SecurityFilterChain requests(HttpSecurity http, Door door) {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        // Without any referrer a browser says no origin either when a form is sent.
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(FrameOptionsConfig::deny))
                .addFilterAfter(new SameHost(door), HeaderWriterFilter.class)
                .addFilterBefore(new KnownBrowser(door), CsrfFilter.class)
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests
                        // What goes on of a request that was let in, and pages of refusals.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(request -> OpenPaths.holds(request.getServletPath()))
                        .permitAll()
                        // Who may only look changes nothing; what is signed is asked for again by each page.
                        .requestMatchers(HttpMethod.POST, "/period/**", "/rule")
                        .hasAnyAuthority(Role.MAKER.name(), Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
