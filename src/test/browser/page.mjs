// The page of an assessment in a real browser; what holds of every page is in common.mjs.
import assert from 'node:assert/strict';
import { anyPage, code, end, lines, open, sheetsOf, test } from './common.mjs';

const column = (page, index) => page.$$eval('#ranking-table tbody tr:not([hidden])',
  (rows, at) => rows.map((row) => row.cells[at].textContent.trim()), index);
const focused = (page, expression) => page.locator('*:focus').evaluate(expression);

await test('the verification code stands at the foot, and no code, digest or finding among what leaders read', async () => {
  const page = await open();
  assert.match(await page.locator('footer').innerText(), new RegExp(code));
  const read = await page.$$eval('header, main > section', (parts) => parts
    .filter((part) => !['details', 'findings', 'run'].includes(part.getAttribute('aria-labelledby')))
    .map((part) => part.innerText).join('\n'));
  assert.ok(!read.includes(code));
  assert.doesNotMatch(read, /[A-Za-z]|\d{4}-\d\d-\d\d/);
});

await test('a drawing has at most thirty banks, or says which it has', async () => {
  const page = await open();
  const banks = (await column(page, 1)).length;
  const drawn = await page.$$eval('section.drawing svg rect', (bars) => bars.length);
  assert.equal(drawn, banks > 30 ? 20 : banks);
  assert.equal(/前10家和后10家/.test(await page.locator('section.drawing').innerText()), banks > 30);
  for (const pairs of await page.locator('svg.pairs').all()) {
    assert.equal(await pairs.locator('rect.current').count(), await pairs.locator('rect.target').count());
    assert.ok(await pairs.locator('rect.target').count() <= 30);
  }
});

await test('the rows of a fund add up as they are printed, and amounts have two decimals', async () => {
  const page = await open();
  const funds = await page.$$eval('.fund > .scroll table', (tables) => tables.map((table) => {
    const amounts = (row) => [...row.querySelectorAll('.number')].slice(-5).map((cell) => cell.textContent.trim());
    return { rows: [...table.tBodies[0].rows].map(amounts), sums: amounts(table.tFoot.rows[0]) };
  }));
  // A monitoring quarter without pools has no plan, and names no sum to be placed.
  const placed = await page.getByText('资金总额').count();
  assert.equal(funds.length > 0, placed > 0);
  const cents = (text) => Math.round(Number(text.replace(/,/g, '')) * 100);
  for (const fund of funds) {
    for (const row of [...fund.rows, fund.sums]) {
      row.forEach((text) => assert.match(text, /^-?[\d,]+\.\d\d$/));
      assert.equal(cents(row[1]) - cents(row[0]), cents(row[2]));
      assert.equal(cents(row[3]) + cents(row[4]), cents(row[2]));
    }
    fund.sums.forEach((sum, at) => assert.equal(
      fund.rows.reduce((all, row) => all + cents(row[at]), 0), cents(sum)));
  }
});

await test('a column is sorted by keyboard, upwards and downwards, numbers as numbers', async () => {
  const page = await open();
  const total = (await page.$$('#ranking-table thead th')).length - 2;
  const button = page.locator('#ranking-table thead button').nth(total);
  await button.focus();
  await page.keyboard.press('Enter');
  let values = (await column(page, total)).map(Number);
  assert.deepEqual(values, [...values].sort((a, b) => a - b));
  assert.equal(await page.locator('#ranking-table thead th').nth(total).getAttribute('aria-sort'), 'ascending');
  await page.keyboard.press('Space');
  values = (await column(page, total)).map(Number);
  assert.deepEqual(values, [...values].sort((a, b) => b - a));
  assert.equal(await page.locator('[aria-sort]').count(), 1);
});

await test('a bank is searched for by keyboard, the count is announced, Escape shows all again', async () => {
  const page = await open();
  const all = await column(page, 1);
  await page.locator('#search').focus();
  await page.keyboard.type(all[2]);
  assert.deepEqual(await column(page, 1), [all[2]]);
  assert.match(await page.locator('[role=status]').innerText(), /1/);
  assert.equal(await page.locator('details.bank:visible').count(), 1);
  await page.keyboard.press('Escape');
  assert.deepEqual(await column(page, 1), all);
});

await test('a bank in the ranking leads to its explanation, which opens, with a clause beside each item', async () => {
  const page = await open();
  await page.locator('#ranking-table tbody a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('details.bank').open);
  assert.equal(await focused(page, (element) => element.tagName), 'SUMMARY');
  const rows = await page.locator('details.bank').first().locator('tbody tr').all();
  const items = await page.$$eval('#ranking-table thead th', (heads) => heads.length - 4);
  assert.equal(rows.length, items);
  for (const row of rows) {
    assert.notEqual((await row.locator('td').nth(2).innerText()).trim(), '');
    assert.notEqual((await row.locator('.mark').innerText()).trim(), '');
  }
  assert.ok(await page.locator('.mark.assumed:visible').count() > 0);
  await page.keyboard.press('Space');
  assert.equal(await page.locator('details.bank').first().evaluate((each) => each.open), false);
});

await test('it prints on A4, folded as it is, with the code on every sheet and no heading alone', async () => {
  const page = await open();
  const sheets = await sheetsOf(page, 'page.pdf');
  const texts = (selector) => page.$$eval(selector, (all) => all.map((each) => each.textContent.replace(/\s/g, '')));
  const headings = await texts('h1, h2, h3, caption');
  const funds = await texts('.fund caption');
  const banks = (await column(page, 1)).length;
  sheets.forEach((sheet, at) => {
    assert.ok(sheet.includes(code), 'no code on sheet ' + (at + 1));
    const [last, ...before] = lines(sheet).reverse();
    assert.ok(last.includes(code.replace(/\s/g, '')));
    assert.ok(before.length >= 3, 'three lines or fewer on sheet ' + (at + 1));
    assert.ok(!headings.includes(before[0]), 'a heading ends sheet ' + (at + 1) + ': ' + before[0]);
  });
  const all = sheets.join('').replace(/\s/g, '');
  const pages = (text) => sheets.filter((sheet) => sheet.replace(/\s/g, '').includes(text)).length;
  funds.forEach((caption) => assert.ok(pages(caption) >= Math.ceil(banks / 40), 'not on each of its sheets: ' + caption));
  for (const name of await texts('details.bank caption')) {
    assert.ok(!all.includes(name + (await texts('.explained thead th'))[0]), 'printed though folded: ' + name);
  }
  assert.ok(sheets.length <= 6 + banks / 5, sheets.length + ' sheets for ' + banks + ' banks');
});

await test('what is unfolded is printed', async () => {
  const page = await open();
  await page.locator('details.bank summary').first().click();
  const all = (await sheetsOf(page, 'unfolded.pdf')).join('').replace(/\s/g, '');
  const text = await page.locator('details.bank tbody td').last().evaluate(() =>
    document.querySelector('details.bank tbody td:last-child').textContent.replace(/\s/g, ''));
  assert.ok(all.includes(text.slice(0, 20)));
});

await anyPage();
await end();
