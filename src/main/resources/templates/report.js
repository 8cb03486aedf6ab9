'use strict';
(function () {
  // One table, or one for each fund.
  var tables = Array.prototype.slice.call(document.querySelectorAll('table.ranking'));
  if (tables.length === 0) {
    return;
  }
  var search = document.getElementById('search');
  document.getElementById('search-line').hidden = false;

  var found = document.getElementById('found');

  function filter() {
    var wanted = search.value.trim().toLowerCase();
    var count = 0;
    tables.forEach(function (table) {
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        var link = row.querySelector('a');
        var bank = document.getElementById(link.getAttribute('href').slice(1));
        var text = row.cells[0].textContent + ' ' + bank.textContent;
        row.hidden = text.toLowerCase().indexOf(wanted) < 0;
        bank.hidden = row.hidden;
        count += row.hidden ? 0 : 1;
      });
    });
    found.textContent = wanted === '' ? '' : found.getAttribute('data-found').replace('#', count);
  }
  search.addEventListener('input', filter);
  search.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      search.value = '';
      filter();
    }
  });

  function foldAll(open) {
    Array.prototype.forEach.call(document.querySelectorAll('details'), function (each) { each.open = open; });
  }
  document.getElementById('fold-line').hidden = false;
  document.getElementById('unfold').addEventListener('click', function () { foldAll(true); });
  document.getElementById('fold').addEventListener('click', function () { foldAll(false); });

  // A link to a bank opens its explanation and takes the keyboard there.
  function openTarget() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') {
      target.open = true;
      target.querySelector('summary').focus();
    }
  }
  window.addEventListener('hashchange', openTarget);
  openTarget();

  function key(row, column) {
    var text = row.cells[column].textContent.trim();
    var number = Number(text.replace(/,/g, ''));
    return text !== '' && !isNaN(number) ? number : text;
  }

  function sort(table, header, column) {
    var body = table.tBodies[0];
    var down = header.getAttribute('aria-sort') === 'ascending';
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) {
      other.removeAttribute('aria-sort');
    });
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    Array.prototype.slice.call(body.rows)
      .map(function (row, at) { return { row: row, at: at, key: key(row, column) }; })
      .sort(function (one, other) {
        var order = typeof one.key === 'number' && typeof other.key === 'number'
          ? one.key - other.key
          : String(one.key).localeCompare(String(other.key), 'zh-CN');
        return (down ? -order : order) || one.at - other.at;
      })
      .forEach(function (each) { body.appendChild(each.row); });
  }

  tables.forEach(function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = header.textContent;
      header.textContent = '';
      // A browser repeats a table's head on each sheet, but not the buttons in it.
      var printed = document.createElement('span');
      printed.className = 'printed';
      printed.textContent = button.textContent;
      header.appendChild(printed);
      header.appendChild(button);
      button.addEventListener('click', function () { sort(table, header, column); });
    });
  });
})();
