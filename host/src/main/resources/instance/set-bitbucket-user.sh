#!/bin/sh
BITBUCKET_USER="atlbitbucket"
