'use strict';
(function () {
  var table = document.getElementById('ranking-table');
  var body = table.tBodies[0];
  var search = document.getElementById('search');
  document.getElementById('search-line').hidden = false;

  search.addEventListener('input', function () {
    var wanted = search.value.trim().toLowerCase();
    Array.prototype.forEach.call(body.rows, function (row) {
      row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0;
    });
  });

  function key(row, column) {
    var text = row.cells[column].textContent.trim();
    var number = Number(text.replace(/,/g, ''));
    return text !== '' && !isNaN(number) ? number : text;
  }

  function sort(header, column) {
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

  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header, column) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    header.textContent = '';
    header.appendChild(button);
    button.addEventListener('click', function () { sort(header, column); });
  });
})();
