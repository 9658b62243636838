import type { Organisation } from './people.ts';
import { ALNUM, BASE64, Random } from './random.ts';

/** A configuration file of an instance, and the values in it that must never leave the server. */
export interface ConfigFile {
  readonly root: 'home' | 'shared' | 'install';
  readonly path: string;
  readonly text: string;
}

export interface Secrets {
  readonly database: string;
  readonly ldap: string;
  readonly crowd: string;
  readonly keystore: string;
  readonly proxy: string;
  readonly licence: string;
  readonly plugin: string;
}

export function secrets(random: Random): Secrets {
  const word = (): string => random.text(`${ALNUM}!+-_`, random.between(12, 24));
  const licence = Array.from({ length: 6 }, () => random.text(BASE64, 76)).join('\n');
  return {
    database: word(),
    ldap: word(),
    crowd: word(),
    keystore: word(),
    proxy: word(),
    licence: `AAAB${licence}X02${random.text(ALNUM, 2)}`,
    plugin: random.hex(40),
  };
}

type Facts = { org: Organisation; secret: Secrets; home: string; shared: string };

function host(org: Organisation, index: number): string {
  return org.hosts[index] ?? org.baseHost;
}

function setenv({ org, secret, home }: Facts, product: string): string {
  return `#!/bin/sh
JVM_SUPPORT_RECOMMENDED_ARGS="-Dhttps.proxyHost=${host(org, 9)} -Dhttps.proxyPort=3128 -Dhttps.proxyUser=svc.${product} -Dhttps.proxyPassword=${secret.proxy}"
JVM_MINIMUM_MEMORY="2048m"
JVM_MAXIMUM_MEMORY="8192m"
JVM_CODE_CACHE_ARGS='-XX:InitialCodeCacheSize=32m -XX:ReservedCodeCacheSize=512m'
CATALINA_OPTS="-Xlog:gc*:file=$CATALINA_BASE/logs/gc.log:time,uptime,level,tags -Djavax.net.ssl.keyStorePassword=${secret.keystore} $CATALINA_OPTS"
${product.toUpperCase()}_HOME="${home}"
export CATALINA_OPTS ${product.toUpperCase()}_HOME
`;
}

function serverXml({ org, secret }: Facts, port: number): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Server port="8005" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.startup.VersionLoggerListener"/>
  <Service name="Catalina">
    <!-- moved from ${org.people[0]?.ip ?? ''} by ${org.people[0]?.mail ?? ''} -->
    <Connector port="${port}" relaxedPathChars="[]|" relaxedQueryChars="[]|{}^&#x5c;&#x60;&quot;&lt;&gt;"
               maxThreads="150" minSpareThreads="25" connectionTimeout="20000" enableLookups="false"
               protocol="HTTP/1.1" redirectPort="8443" acceptCount="10" secure="true" scheme="https"
               proxyName="${org.baseHost}" proxyPort="443"/>
    <Connector port="8443" protocol="org.apache.coyote.http11.Http11NioProtocol" SSLEnabled="true"
               keystoreFile="/etc/ssl/keystore.jks" keystorePass="${secret.keystore}" keyAlias="tomcat"/>
    <Engine name="Catalina" defaultHost="localhost">
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="false">
        <Context path="" docBase="\${catalina.home}/atlassian" reloadable="false" useHttpOnly="true"/>
        <Valve className="org.apache.catalina.valves.AccessLogValve" maxDays="-1"
               pattern="%a %{jira.request.id}r %{jira.request.username}r %t &quot;%m %U%q %H&quot; %s %b %D"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;
}

const LOG4J = `<?xml version="1.0" encoding="UTF-8"?>
<Configuration>
  <Appenders>
    <RollingFile name="filelog" fileName="atlassian.log" filePattern="atlassian.log.%i">
      <PatternLayout pattern="%d %t %p %X{jira.username} %X{jira.request.id} [%q{2}] %m%n"/>
      <Policies><SizeBasedTriggeringPolicy size="20480 KB"/></Policies>
    </RollingFile>
  </Appenders>
  <Loggers>
    <Logger name="com.atlassian" level="WARN"/>
    <Root level="WARN"><AppenderRef ref="filelog"/></Root>
  </Loggers>
</Configuration>
`;

function crowdProperties({ org, secret }: Facts): string {
  return `application.name                        atlassian
application.password                    ${secret.crowd}
application.login.url                   https://${host(org, 3)}:8095/crowd/console/
crowd.server.url                        https://${host(org, 3)}:8095/crowd/services/
session.validationinterval              2
`;
}

function jira(facts: Facts): ConfigFile[] {
  const { org, secret, shared } = facts;
  const dbconfig = `<?xml version="1.0" encoding="UTF-8"?>
<jira-database-config>
  <name>defaultDS</name>
  <delegator-name>default</delegator-name>
  <database-type>postgres72</database-type>
  <schema-name>public</schema-name>
  <jdbc-datasource>
    <url>jdbc:postgresql://${host(org, 0)}:5432/jiradb?sslmode=require</url>
    <driver-class>org.postgresql.Driver</driver-class>
    <username>svc_jira_db</username>
    <password>${secret.database.replaceAll('&', '&amp;')}</password>
    <pool-max-size>60</pool-max-size>
  </jdbc-datasource>
</jira-database-config>
`;
  const entityEngine = `<?xml version="1.0" encoding="UTF-8"?>
<entity-config>
  <datasource name="defaultDS" field-type-name="postgres72" schema-name="public">
    <jndi-jdbc jndi-server-name="default" jndi-name="java:comp/env/jdbc/JiraDS"/>
    <inline-jdbc jdbc-uri="jdbc:postgresql://${host(org, 1)}/jira" jdbc-username="svc_jira_db" jdbc-password="${secret.database}"/>
  </datasource>
</entity-config>
`;
  const properties = `jira.websudo.is.disabled = false
jira.projectkey.pattern = ([A-Z][A-Z]+)
mail.smtp.host = ${host(org, 6)}
plugin.acme.api.token = ${secret.plugin}
`;
  const cluster = `jira.node.id = ${host(org, 12).split('.')[0]}
jira.shared.home = ${shared}
ehcache.listener.hostName = ${host(org, 12)}
`;
  return [
    { root: 'home', path: 'dbconfig.xml', text: dbconfig },
    { root: 'home', path: 'jira-config.properties', text: properties },
    { root: 'home', path: 'cluster.properties', text: cluster },
    { root: 'install', path: 'conf/server.xml', text: serverXml(facts, 8080) },
    { root: 'install', path: 'bin/setenv.sh', text: setenv(facts, 'jira') },
    {
      root: 'install',
      path: 'atlassian-jira/WEB-INF/classes/entityengine.xml',
      text: entityEngine,
    },
    { root: 'install', path: 'atlassian-jira/WEB-INF/classes/log4j2.xml', text: LOG4J },
    {
      root: 'install',
      path: 'atlassian-jira/WEB-INF/classes/crowd.properties',
      text: crowdProperties(facts),
    },
    {
      root: 'install',
      path: 'atlassian-jira/WEB-INF/classes/jira-application.properties',
      text: `jira.home = ${facts.home}\n`,
    },
    {
      root: 'install',
      path: 'atlassian-jira/WEB-INF/web.xml',
      text: '<?xml version="1.0"?>\n<web-app version="3.1"><session-config><session-timeout>300</session-timeout></session-config></web-app>\n',
    },
  ];
}

function confluence(facts: Facts): ConfigFile[] {
  const { org, secret, shared, home } = facts;
  const cfg = `<?xml version="1.0" encoding="UTF-8"?>
<confluence-configuration>
  <setupStep>complete</setupStep>
  <buildNumber>9111</buildNumber>
  <properties>
    <property name="atlassian.license.message">${secret.licence}</property>
    <property name="confluence.setup.server.id">B3QQ-7W1X-0ZTE-9KJ1</property>
    <property name="confluence.cluster.home">${shared}</property>
    <property name="confluence.cluster.peers">${host(org, 12)},${host(org, 13)}</property>
    <property name="hibernate.connection.driver_class">org.postgresql.Driver</property>
    <property name="hibernate.connection.password">${secret.database}</property>
    <property name="hibernate.connection.url">jdbc:postgresql://${host(org, 0)}:5432/confluence</property>
    <property name="hibernate.connection.username">svc_conf_db</property>
    <property name="jwt.private.key">${secret.plugin}</property>
  </properties>
</confluence-configuration>
`;
  return [
    { root: 'home', path: 'confluence.cfg.xml', text: cfg },
    { root: 'shared', path: 'confluence.cfg.xml', text: cfg },
    { root: 'install', path: 'conf/server.xml', text: serverXml(facts, 8090) },
    { root: 'install', path: 'bin/setenv.sh', text: setenv(facts, 'confluence') },
    {
      root: 'install',
      path: 'confluence/WEB-INF/classes/confluence-init.properties',
      text: `confluence.home=${home}\n`,
    },
    { root: 'install', path: 'confluence/WEB-INF/classes/log4j2.xml', text: LOG4J },
    {
      root: 'install',
      path: 'confluence/WEB-INF/classes/crowd.properties',
      text: crowdProperties(facts),
    },
  ];
}

function bitbucket(facts: Facts): ConfigFile[] {
  const { org, secret } = facts;
  const properties = `setup.displayName=Bitbucket
setup.baseUrl=https://${org.baseHost}
setup.sysadmin.username=${org.people[0]?.username ?? 'root'}
setup.sysadmin.password=${secret.crowd}
setup.sysadmin.emailAddress=${org.people[0]?.mail ?? ''}
setup.license=${secret.licence.replaceAll('\n', '\\\n')}
jdbc.driver=org.postgresql.Driver
jdbc.url=jdbc:postgresql://${host(org, 0)}:5432/bitbucket?targetServerType=master
jdbc.user=svc_bitbucket_db
jdbc.password=${secret.database}
plugin.search.config.username=svc_search
plugin.search.config.password=${secret.plugin}
plugin.search.config.baseurl=http://${host(org, 18)}:9200
hazelcast.network.tcpip.members=${host(org, 12)}:5701,${host(org, 13)}:5701
server.ssl.key-store-password=${secret.keystore}
`;
  return [
    { root: 'shared', path: 'bitbucket.properties', text: properties },
    {
      root: 'install',
      path: 'bin/set-bitbucket-home.sh',
      text: `#!/bin/sh\nBITBUCKET_HOME=${facts.home}\n`,
    },
    {
      root: 'install',
      path: 'bin/set-bitbucket-user.sh',
      text: '#!/bin/sh\nBITBUCKET_USER="atlbitbucket"\n',
    },
    { root: 'install', path: 'bin/_start-webapp.sh', text: setenv(facts, 'bitbucket') },
  ];
}

export const CONFIG_FILES = { jira, confluence, bitbucket } as const;
