// WRM.contextPath and its older name AJS.contextPath.
(function (window) {
  var path = window.WRM.data.claim(
    'com.atlassian.plugins.atlassian-plugins-webresource-plugin:context-path.context-path',
  );
  function contextPath() {
    return path || '';
  }
  window.WRM.contextPath = contextPath;
  window.AJS = window.AJS || {};
  window.AJS.contextPath = contextPath;
})(window);
