/** Applications in Java: they ask for a sign-in whatever the method, and know nothing of CORS. */
import fs from 'node:fs';
import path from 'node:path';
import { printed, type ServerUnderTest, type Setup, writeIn } from './under-test.ts';

const HOME = '/usr/share/tomcat10';

export const tomcatVersion = (): string | null => {
  const version = /Server number: +(\d+\.\d+)/.exec(printed('java', '-cp', `${HOME}/lib/*`, 'org.apache.catalina.util.ServerInfo') ?? '')?.[1];
  return version === undefined ? null : `Tomcat ${version}`;
};

const serverXml = (port: number): string => `<Server port="-1">
  <Service name="site">
    <Connector address="127.0.0.1" port="${port}"/>
    <Engine name="site" defaultHost="localhost">
      <Realm className="org.apache.catalina.realm.MemoryRealm"/>
      <Host name="localhost" appBase="applications"/>
    </Engine>
  </Service>
</Server>
`;

const NAMESPACE = 'xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"';

const page = (name: string): string => `
  <servlet><servlet-name>${name}</servlet-name><jsp-file>/${name}.jsp</jsp-file></servlet>
  <servlet-mapping><servlet-name>${name}</servlet-name><url-pattern>/${name}</url-pattern></servlet-mapping>`;

const webXml = (filter: string, closed: string): string => `<web-app ${NAMESPACE}>
${filter}${page('data')}${page('fail')}
  <security-constraint>
    <web-resource-collection><web-resource-name>closed</web-resource-name><url-pattern>${closed}</url-pattern></web-resource-collection>
    <auth-constraint><role-name>reader</role-name></auth-constraint>
  </security-constraint>
  <login-config><auth-method>BASIC</auth-method></login-config>
  <security-role><role-name>reader</role-name></security-role>
</web-app>
`;

/** One that is for errors too is not asked about the method, which has to be GET or POST in others. */
const JSP = '<%@ page isErrorPage="true" contentType="application/json" %>';

/** A recipe is for two files. */
const parts = (recipe: string | null): readonly [string, string] => {
  const [filter = '', valve = ''] = (recipe ?? '').split(/^(?=<!-- META-INF)/m);
  return [filter, valve];
};

/** `closed`: the pattern of what asks for a sign-in. */
export const startTomcat = ({ port, directory }: Setup, filter: string, valve: string, closed: string): readonly [string, ...string[]] => {
  for (const folder of ['conf', 'temporary', 'applications/ROOT/WEB-INF', 'applications/ROOT/META-INF'])
    fs.mkdirSync(path.join(directory, folder), { recursive: true });
  writeIn(directory, 'conf/server.xml', serverXml(port));
  writeIn(directory, 'conf/tomcat-users.xml', '<tomcat-users><user username="reader" password="secret" roles="reader"/></tomcat-users>');
  writeIn(directory, 'conf/web.xml', `<web-app ${NAMESPACE}/>`);
  writeIn(directory, 'applications/ROOT/WEB-INF/web.xml', webXml(filter, closed));
  writeIn(directory, 'applications/ROOT/META-INF/context.xml', `<Context>${valve}</Context>`);
  writeIn(directory, 'applications/ROOT/data.jsp', `${JSP}{"ok":true}`);
  writeIn(directory, 'applications/ROOT/fail.jsp', `${JSP}<% if (true) throw new IllegalStateException("broken"); %>`);
  const properties = { 'catalina.home': HOME, 'catalina.base': directory, 'java.io.tmpdir': path.join(directory, 'temporary') };
  return [
    'java',
    '-XX:TieredStopAtLevel=1',
    '-cp',
    `${HOME}/bin/bootstrap.jar:${HOME}/bin/tomcat-juli.jar`,
    ...Object.entries(properties).map(([name, value]) => `-D${name}=${value}`),
    'org.apache.catalina.startup.Bootstrap',
    'start',
  ];
};

export const JAVA_SERVERS: readonly ServerUnderTest[] = [
  { id: 'tomcat', version: tomcatVersion, command: setup => startTomcat(setup, ...parts(setup.recipe), '/*') },
];
