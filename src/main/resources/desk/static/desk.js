// What no attribute can say: files dropped onto a page are put in as if they had been chosen, and numbers slide.
'use strict';

// Asked of the document: a form that came with a piece of the page takes files as well, and a file that falls beside a
// form is not opened in place of the page.
const under = (event) => event.target instanceof Element && event.target.closest('form.drop');
let over = null;
const mark = (form) => {
  if (over && over !== form) {
    over.classList.remove('over');
  }
  over = form;
  if (form) {
    form.classList.add('over');
  }
};

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  mark(under(event));
  if (!over) {
    event.dataTransfer.dropEffect = 'none';
  }
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) {
    mark(null);
  }
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const form = under(event);
  mark(null);
  if (form && event.dataTransfer.files.length > 0) {
    form.querySelector('input[type=file]').files = event.dataTransfer.files;
    form.submit();
  }
});

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
