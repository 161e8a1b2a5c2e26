/** Tomcat's own filter, for any web application that runs in it. */
import { MAX_AGE, type Policy } from './policy.ts';
import type { Recipe } from './recipe.ts';
import { lines, methodsOf } from './text.ts';

const parameter = (name: string, value: string): readonly string[] => [
  '    <init-param>',
  `        <param-name>cors.${name}</param-name>`,
  `        <param-value>${value}</param-value>`,
  '    </init-param>',
];

const parametersOf = (policy: Policy): readonly string[] => [
  ...parameter('allowed.origins', policy.origins.join(',')),
  ...parameter('allowed.methods', methodsOf(policy).join(',')),
  ...(policy.headers.length > 0 ? parameter('allowed.headers', policy.headers.join(',')) : []),
  ...(policy.exposed.length > 0 ? parameter('exposed.headers', policy.exposed.join(',')) : []),
  ...(policy.credentials ? parameter('support.credentials', 'true') : []),
  ...parameter('preflight.maxage', String(MAX_AGE)),
];

export const tomcat = {
  id: 'tomcat',
  name: 'Tomcat',
  family: 'java',
  render: (policy, comments) =>
    lines(
      `<!-- ${comments.tomcatFilter} -->`,
      `<!-- ${comments.javaOthers} -->`,
      '<filter>',
      '    <filter-name>CorsFilter</filter-name>',
      '    <filter-class>org.apache.catalina.filters.CorsFilter</filter-class>',
      '    <async-supported>true</async-supported>',
      ...parametersOf(policy),
      '</filter>',
      '<filter-mapping>',
      '    <filter-name>CorsFilter</filter-name>',
      '    <url-pattern>/*</url-pattern>',
      '</filter-mapping>',
      '',
      `<!-- ${comments.tomcatSignIn} -->`,
      `<!-- ${comments.tomcatClasses} -->`,
      '<Valve className="org.apache.catalina.authenticator.BasicAuthenticator" allowCorsPreflight="filter"/>',
    ),
} as const satisfies Recipe;
