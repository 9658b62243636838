#!/bin/sh
JVM_SUPPORT_RECOMMENDED_ARGS="-Dhttps.proxyHost=proxy.example.com -Dhttps.proxyPort=3128 -Dhttps.proxyPassword=${devhost.proxy}"
JVM_MINIMUM_MEMORY=1g
JVM_MAXIMUM_MEMORY=2g
exec java -Xms$JVM_MINIMUM_MEMORY -Xmx$JVM_MAXIMUM_MEMORY $JVM_SUPPORT_RECOMMENDED_ARGS -jar app.jar
