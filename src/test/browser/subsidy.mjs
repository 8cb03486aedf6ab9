// The page of a batch of subsidies in a real browser; what holds of every page is in common.mjs.
import assert from 'node:assert/strict';
import { anyPage, code, end, lines, open, sheetsOf, test } from './common.mjs';

const cents = (text) => Math.round(Number(text.replace(/,/g, '')) * 100);
const amount = /^-?[\d,]+\.\d\d$/;

await test('the verification code stands at the foot, and no account anywhere', async () => {
  const page = await open();
  assert.match(await page.locator('footer').innerText(), new RegExp(code));
  assert.doesNotMatch(await page.locator('main').evaluate((main) => main.textContent), /\d{19}/);
});

await test('tables with a sum add up as they are printed', async () => {
  const page = await open();
  const tables = await page.$$eval('table:has(tfoot)', (all) => all.map((table) => {
    const cells = (row) => [...row.cells].filter((cell) => cell.className === 'number').map((cell) => cell.textContent.trim());
    return { rows: [...table.tBodies[0].rows].map(cells), sums: cells(table.tFoot.rows[0]) };
  }));
  assert.ok(tables.length >= 2);
  for (const table of tables) {
    table.sums.forEach((sum, at) => assert.equal(table.rows.reduce((all, row) => all + cents(row[at]), 0), cents(sum)));
  }
});

await test('the claimants\' lines add up to what is granted to them, and that to what is granted', async () => {
  const page = await open();
  const claimants = await page.$$eval('#ranking-table tbody tr', (rows) => rows.map((row) =>
    ({ id: row.querySelector('a').hash, lines: row.cells[1].textContent, granted: row.cells[3].textContent })));
  const explained = await page.$$eval('details.bank', (all) => Object.fromEntries(all.map((each) =>
    ['#' + each.id, [...each.querySelectorAll('tbody tr')].map((row) => row.cells[3].textContent)])));
  for (const claimant of claimants) {
    const own = explained[claimant.id];
    assert.equal(own.length, Number(claimant.lines));
    own.forEach((granted) => assert.match(granted, amount));
    assert.equal(own.reduce((all, granted) => all + cents(granted), 0), cents(claimant.granted));
  }
  const total = await page.locator('section[aria-labelledby=totals] tfoot').first().evaluate((foot) => foot.rows[0].cells[6].textContent);
  assert.equal(claimants.reduce((all, claimant) => all + cents(claimant.granted), 0), cents(total));
});

await test('a claimant is searched for by keyboard and leads to the lines, which open with the reason of each', async () => {
  const page = await open();
  const link = page.locator('#ranking-table tbody a').nth(2);
  const name = await link.innerText();
  await page.locator('#search').focus();
  await page.keyboard.type(name);
  assert.match(await page.locator('[role=status]').innerText(), /\d/);
  await page.keyboard.press('Escape');
  await link.focus();
  await page.keyboard.press('Enter');
  const details = page.locator(await link.getAttribute('href'));
  await page.waitForFunction((id) => document.querySelector(id).open, await link.getAttribute('href'));
  for (const text of await details.locator('tbody td:last-child').allInnerTexts()) {
    assert.match(text, /审定|不予补助/);
  }
});

await test('it prints on A4, folded as it is, with the code on every sheet', async () => {
  const page = await open();
  const sheets = await sheetsOf(page, 'page.pdf');
  sheets.forEach((sheet, at) => assert.ok(lines(sheet).some((line) => line.includes(code)), 'no code on sheet ' + (at + 1)));
  const claimants = await page.$$eval('#ranking-table tbody tr', (rows) => rows.length);
  assert.ok(sheets.length <= 12 + claimants / 8, sheets.length + ' sheets for ' + claimants + ' claimants');
});

await anyPage();
await end();
