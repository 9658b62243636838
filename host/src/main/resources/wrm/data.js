// WRM.data.claim: what the page's data script left, parsed, once for each key.
(function (window) {
  var WRM = (window.WRM = window.WRM || {});
  var unparsed = (WRM._unparsedData = WRM._unparsedData || {});
  WRM.data = WRM.data || {};
  WRM.data.claim = function (key) {
    if (!Object.prototype.hasOwnProperty.call(unparsed, key)) return undefined;
    var json = unparsed[key];
    delete unparsed[key];
    return JSON.parse(json);
  };
})(window);
