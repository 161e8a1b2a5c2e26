/** Spring Boot with servlets, with Spring Security or without. */
import { MAX_AGE } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { doubleQuoted, lines, methodsOf } from './text.ts';

const IMPORTS = [
  'java.util.List',
  'org.springframework.boot.web.servlet.FilterRegistrationBean',
  'org.springframework.context.annotation.Bean',
  'org.springframework.context.annotation.Configuration',
  'org.springframework.core.Ordered',
  'org.springframework.web.cors.CorsConfiguration',
  'org.springframework.web.cors.UrlBasedCorsConfigurationSource',
  'org.springframework.web.filter.CorsFilter',
];

export const spring = {
  id: 'spring',
  name: 'Spring Boot',
  family: 'java',
  render: (policy, comments) =>
    lines(
      ...IMPORTS.map(name => `import ${name};`),
      '',
      '@Configuration',
      'class CorsConfig {',
      `    // ${comments.beforeOthers}`,
      `    // ${comments.javaOthers}`,
      '    @Bean',
      // Spring Security takes a bean called corsFilter for the filter itself.
      '    FilterRegistrationBean<CorsFilter> corsRegistration() {',
      '        var cors = new CorsConfiguration();',
      `        cors.setAllowedOrigins(List.of(${doubleQuoted(policy.origins)}));`,
      `        cors.setAllowedMethods(List.of(${doubleQuoted(methodsOf(policy))}));`,
      policy.headers.length > 0 && `        cors.setAllowedHeaders(List.of(${doubleQuoted(policy.headers)}));`,
      policy.exposed.length > 0 && `        cors.setExposedHeaders(List.of(${doubleQuoted(policy.exposed)}));`,
      policy.credentials && '        cors.setAllowCredentials(true);',
      `        cors.setMaxAge(${MAX_AGE}L);`,
      '        var source = new UrlBasedCorsConfigurationSource();',
      '        source.registerCorsConfiguration("/**", cors);',
      '        var registration = new FilterRegistrationBean<>(new CorsFilter(source));',
      '        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);',
      '        return registration;',
      '    }',
      '}',
    ),
} as const satisfies Recipe;
