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
  if (!form) {
    return;
  }
  const entries = Array.from(event.dataTransfer.items || [], (item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
  if (form.elements.folder && entries.some((entry) => entry && entry.isDirectory)) {
    send(form, entries.filter(Boolean));
  } else if (event.dataTransfer.files.length > 0) {
    form.querySelector('input[type=file]').files = event.dataTransfer.files;
    form.submit();
  }
});

// Folders cannot be chosen for a field by a script: what they hold is sent beside the form, each by its way in the folder.
async function send(form, entries) {
  const body = new FormData();
  body.append('_csrf', form.elements._csrf.value);
  const add = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      const within = entry.fullPath.replace(/^\//, '');
      body.append(within.includes('/') ? 'folder' : 'files', file, within);
      return;
    }
    const reader = entry.createReader();
    // A reader gives a hundred at a time, until it gives none.
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (some.length === 0) {
        return;
      }
      for (const each of some) {
        await add(each);
      }
    }
  };
  for (const entry of entries) {
    await add(entry);
  }
  const answer = await fetch(form.action, {method: 'POST', body});
  if (answer.ok) {
    location.assign(answer.url);
    return;
  }
  const refusal = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main p');
  const messages = document.getElementById('messages');
  messages.textContent = refusal ? refusal.textContent : '';
  messages.scrollIntoView();
}

// A slider below the field of a number that is entered: from nothing to its double, or of a figure by how much it changes.
document.addEventListener('focusin', (event) => {
  const field = event.target;
  if (!field.classList || !field.classList.contains('slid') || field.nextElementSibling) {
    return;
  }
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.tabIndex = -1;
  slider.setAttribute('aria-hidden', 'true');
  const match = /^(-?[0-9]+(?:\.([0-9]+))?)(%?)$/.exec(field.dataset.now);
  let written;
  if (field.dataset.now === '%') {
    slider.min = '-50';
    slider.max = '50';
    slider.value = /^[-+][0-9]+%$/.test(field.value) ? String(parseInt(field.value, 10)) : '0';
    written = () => (slider.value >= 0 ? '+' : '') + slider.value + '%';
  } else if (match && Number(match[1]) !== 0) {
    const decimals = (match[2] || '').length;
    const now = Number(match[1]);
    slider.min = String(Math.min(0, 2 * now));
    slider.max = String(Math.max(0, 2 * now));
    slider.step = String(Math.pow(10, -decimals));
    slider.value = field.value ? String(parseFloat(field.value)) : String(now);
    written = () => Number(slider.value).toFixed(decimals) + match[3];
  } else {
    return;
  }
  slider.addEventListener('input', () => {
    field.value = written();
  });
  field.insertAdjacentElement('afterend', slider);
});
