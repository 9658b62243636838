#!/bin/sh
BITBUCKET_HOME="${devhost.home}"
export BITBUCKET_HOME
