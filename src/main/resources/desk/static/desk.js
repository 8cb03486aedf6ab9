// What no attribute can say: files dropped onto a page are put in as if they had been chosen.
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
