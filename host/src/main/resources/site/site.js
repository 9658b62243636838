// The theme changes without loading the page anew, which would lose what somebody is in the middle
// of; without this script the same form does it by a page load.
(function () {
  'use strict';
  var form = document.querySelector('.dh-themes');
  if (form) {
    form.addEventListener('submit', function (event) {
      var pressed = event.submitter;
      if (!pressed || !window.fetch) return;
      event.preventDefault();
      document.documentElement.setAttribute('data-color-mode', pressed.value);
      form.querySelectorAll('button').forEach(function (button) {
        button.setAttribute('aria-pressed', String(button === pressed));
      });
      var fields = new URLSearchParams({ mode: pressed.value, back: '/site/icon.svg' });
      fetch(form.action, { method: 'POST', body: fields }).catch(function () {
        // The choice then holds for this page only; the next click tries again.
      });
    });
  }

  var menu = document.querySelector('.dh-menu');
  if (menu) {
    document.addEventListener('click', function (event) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && menu.open) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
  }
})();
