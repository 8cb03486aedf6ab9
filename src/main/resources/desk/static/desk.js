// What no attribute can say: files dropped onto a page are put in as if they had been chosen, and numbers slide.
'use strict';

for (const form of document.querySelectorAll('form.drop')) {
  const input = form.querySelector('input[type=file]');
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
  form.addEventListener('dragleave', () => form.classList.remove('over'));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      form.submit();
    }
  });
}

// A slider below the field of a number that is entered, from nothing to its double.
document.addEventListener('focusin', (event) => {
  const field = event.target;
  if (!field.classList || !field.classList.contains('slid') || field.nextElementSibling) {
    return;
  }
  const match = /^(-?[0-9]+(?:\.([0-9]+))?)(%?)$/.exec(field.dataset.now);
  if (!match || Number(match[1]) === 0) {
    return;
  }
  const decimals = (match[2] || '').length;
  const now = Number(match[1]);
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.tabIndex = -1;
  slider.setAttribute('aria-hidden', 'true');
  slider.min = String(Math.min(0, 2 * now));
  slider.max = String(Math.max(0, 2 * now));
  slider.step = String(Math.pow(10, -decimals));
  slider.value = field.value ? String(parseFloat(field.value)) : String(now);
  slider.addEventListener('input', () => {
    field.value = Number(slider.value).toFixed(decimals) + match[3];
  });
  field.insertAdjacentElement('afterend', slider);
});
