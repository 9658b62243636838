#!/bin/sh
JVM_SUPPORT_RECOMMENDED_ARGS="-Dhttps.proxyHost=proxy.example.com -Dhttps.proxyPort=3128 -Dhttps.proxyUser=svc-${devhost.id} -Dhttps.proxyPassword=${devhost.proxy}"
JVM_MINIMUM_MEMORY="2048m"
JVM_MAXIMUM_MEMORY="4096m"
JVM_CODE_CACHE_ARGS='-XX:InitialCodeCacheSize=32m -XX:ReservedCodeCacheSize=512m'
CATALINA_OPTS="-Xlog:gc*:file=$CATALINA_BASE/logs/gc.log:time,uptime,level,tags:filecount=5,filesize=20M -Djavax.net.ssl.keyStorePassword=${devhost.keystore} $CATALINA_OPTS"
${devhost.variable}="${devhost.home}"
export CATALINA_OPTS ${devhost.variable}
