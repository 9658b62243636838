/**
 * Stands in for Atlaskit's client of an experiment service, which would bring a network client of its own into a page
 * that must talk to its own server only. webpack.config.js puts it there.
 */
export default {
  checkGate: (): boolean => false,
};
