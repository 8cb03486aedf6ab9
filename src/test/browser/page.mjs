// report.html in a real browser: by keyboard alone, by a screen reader's rules, on a narrow screen, on paper, offline.
// Called by .ci/browser: node page.mjs <folder of node_modules> <report.html> <verification code> <folder for pictures>
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, report, code, pictures] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, 'package.json'));
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const address = pathToFileURL(path.resolve(report)).href;
fs.mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const problems = [];
let passed = 0;

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) problems.push('a request left: ' + request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push('on the console: ' + message.text());
  });
  page.on('pageerror', (error) => problems.push('an error in the page: ' + error.message));
  await page.goto(address);
  return page;
}

async function test(name, work) {
  try {
    await work();
    passed++;
    console.log('ok    ' + name);
  } catch (error) {
    problems.push(name + ': ' + error.message);
    console.log('FAILS ' + name);
  }
}

const column = (page, index) => page.$$eval('#ranking-table tbody tr:not([hidden])',
  (rows, at) => rows.map((row) => row.cells[at].textContent.trim()), index);
const focused = (page, expression) => page.locator('*:focus').evaluate(expression);

await test('the verification code stands at the head and at the foot', async () => {
  const page = await open();
  assert.match(await page.locator('header').innerText(), new RegExp(code));
  assert.match(await page.locator('footer').innerText(), new RegExp(code));
});

await test('every link, button, field and summary is reached with the tab key, and its focus is seen', async () => {
  const page = await open();
  const wanted = await page.$$eval('a[href], button, input, summary, [tabindex="0"]',
    (all) => all.filter((each) => each.checkVisibility()).length);
  let reached = 0;
  for (let i = 0; i < wanted + 5; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const first = !element.dataset.seen;
      element.dataset.seen = 'yes';
      return { first, outline: getComputedStyle(element).outlineStyle, name: element.outerHTML.slice(0, 80) };
    });
    if (at === null) continue;
    assert.notEqual(at.outline, 'none', 'no focus to be seen on ' + at.name);
    if (at.first) reached++;
  }
  assert.equal(reached, wanted);
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

await test('everything unfolds and folds at once', async () => {
  const page = await open();
  await page.locator('#unfold').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('details:not([open])').count(), 0);
  await page.locator('#fold').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('details[open]').count(), 0);
});

for (const width of [320, 768]) {
  await test('nothing but tables scrolls sideways on a screen ' + width + ' wide', async () => {
    const page = await open({ viewport: { width, height: 800 } });
    await page.locator('#unfold').click();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
    await page.locator('#fold').click();
    await page.screenshot({ path: path.join(pictures, 'page-' + width + '.png') });
  });
}

await test('it prints on A4 with everything unfolded and the code on every sheet', async () => {
  const page = await open();
  const file = path.join(pictures, 'page.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  const info = execFileSync('pdfinfo', [file]).toString();
  assert.match(info, /Page size:\s+84[12][.\d]* x 59[45][.\d]* pts/);
  const sheets = execFileSync('pdftotext', ['-layout', file, '-']).toString().split('\f').slice(0, -1);
  assert.equal(sheets.length, Number(/Pages:\s+(\d+)/.exec(info)[1]));
  sheets.forEach((sheet, at) => assert.ok(sheet.includes(code), 'no code on sheet ' + (at + 1)));
  const all = sheets.join('').replace(/\s/g, '');
  for (const name of await page.$$eval('details.bank caption', (names) => names.map((each) => each.textContent))) {
    assert.ok(all.includes(name.replace(/\s/g, '')), 'not printed: ' + name);
  }
});

await test('the policy stops what is not the page\'s own: script, style, picture', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const left = [];
  const stopped = [];
  page.on('requestfinished', (request) => { if (!request.url().startsWith('file:')) left.push(request.url()); });
  page.on('requestfailed', (request) => stopped.push(request.failure().errorText));
  await page.goto(address);
  await page.locator('body').evaluate((body) => {
    const script = document.createElement('script');
    script.textContent = 'window.foreign = true';
    body.append(script);
    const picture = new Image();
    picture.src = 'https://example.invalid/x.png';
    body.append(picture);
  });
  await page.waitForTimeout(200);
  assert.equal(await page.locator('body').evaluate(() => window.foreign === undefined), true);
  assert.deepEqual(left, []);
  assert.deepEqual(stopped, ['csp']);
});

for (const media of ['screen', 'narrow', 'dark', 'print']) {
  await test('axe finds no violation: ' + media, async () => {
    const page = await open({ bypassCSP: true, viewport: { width: media === 'narrow' ? 360 : 1200, height: 900 } });
    if (media === 'dark') await page.emulateMedia({ colorScheme: 'dark' });
    if (media === 'print') await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    else await page.locator('#unfold').click();
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document,
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(result.violations.map((each) => each.id + ' ' + each.nodes.map((node) => node.target).join(' | ').slice(0, 300)), []);
  });
}

await test('a dark screen is dark, and paper stays white', async () => {
  const page = await open({ colorScheme: 'dark' });
  const paper = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  assert.equal(await paper(), 'rgb(20, 24, 29)');
  await page.screenshot({ path: path.join(pictures, 'page-dark.png') });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await paper(), 'rgb(255, 255, 255)');
});

await test('pictures', async () => {
  const page = await open();
  await page.screenshot({ path: path.join(pictures, 'page.png') });
});

await browser.close();
problems.forEach((problem) => console.error(problem));
console.log(passed + ' passed, ' + problems.length + ' problems');
process.exit(problems.length === 0 ? 0 : 1);
