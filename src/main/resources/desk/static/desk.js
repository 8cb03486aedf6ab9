'use strict';

/* A slider below the field of a number that is entered, from nothing to its double. */
document.addEventListener('focusin', function (event) {
  var field = event.target;
  if (!field.classList || !field.classList.contains('slid') || field.nextElementSibling) {
    return;
  }
  var match = /^(-?[0-9]+(?:\.([0-9]+))?)(%?)$/.exec(field.dataset.now);
  if (!match || Number(match[1]) === 0) {
    return;
  }
  var decimals = (match[2] || '').length;
  var now = Number(match[1]);
  var slider = document.createElement('input');
  slider.type = 'range';
  slider.tabIndex = -1;
  slider.setAttribute('aria-hidden', 'true');
  slider.min = String(Math.min(0, 2 * now));
  slider.max = String(Math.max(0, 2 * now));
  slider.step = String(Math.pow(10, -decimals));
  slider.value = field.value ? String(parseFloat(field.value)) : String(now);
  slider.addEventListener('input', function () {
    field.value = Number(slider.value).toFixed(decimals) + match[3];
  });
  field.insertAdjacentElement('afterend', slider);
});
