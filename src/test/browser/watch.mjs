// The page of a notice in a real browser; what holds of every page is in common.mjs.
import assert from 'node:assert/strict';
import { anyPage, code, end, lines, open, sheetsOf, test } from './common.mjs';

const subjects = (page) => page.$$eval('#ranking-table tbody tr', (rows) => rows.map((row) =>
  ({ id: row.querySelector('a').hash, name: row.cells[0].textContent.trim(), hits: Number(row.cells[2].textContent), degree: row.cells[3].textContent.trim() })));

await test('the verification code stands at the foot', async () => {
  const page = await open();
  assert.match(await page.locator('footer').innerText(), new RegExp(code));
});

await test('who is named stands in the list of names as often as it is hit, and nobody else does', async () => {
  const page = await open();
  const named = await page.$$eval('section[aria-labelledby=named] tbody tr', (rows) => rows.map((row) => row.textContent));
  const all = await subjects(page);
  assert.ok(all.length > 20);
  assert.equal(all.reduce((sum, each) => sum + each.hits, 0), named.length);
  assert.ok(all.some((each) => each.hits === 0));
});

await test('what follows is told of whoever is hit', async () => {
  const page = await open();
  for (const each of await subjects(page)) {
    assert.equal(/约谈|督导|加强组织领导/.test(each.degree), each.hits > 0, each.name + ': ' + each.degree);
  }
});

await test('a subject is searched for by keyboard and leads to what was found of it', async () => {
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
    assert.notEqual(text.trim(), '');
  }
});

await test('it prints on A4, folded as it is, with the code on every sheet', async () => {
  const page = await open();
  const sheets = await sheetsOf(page, 'page.pdf');
  sheets.forEach((sheet, at) => assert.ok(lines(sheet).some((line) => line.includes(code)), 'no code on sheet ' + (at + 1)));
  assert.ok(sheets.length <= 20, sheets.length + ' sheets');
});

await anyPage();
await end();
