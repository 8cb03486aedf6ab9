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

await test('the verification code stands at the foot, and no code, digest or finding among what leaders read', async () => {
  const page = await open();
  assert.match(await page.locator('footer').innerText(), new RegExp(code));
  const read = await page.$$eval('header, main > section', (parts) => parts
    .filter((part) => !['details', 'findings', 'run'].includes(part.getAttribute('aria-labelledby')))
    .map((part) => part.innerText).join('\n'));
  assert.ok(!read.includes(code));
  assert.doesNotMatch(read, /[A-Za-z]|\d{4}-\d\d-\d\d/);
});

await test('the line of contents stays in sight and hides nothing that it leads to', async () => {
  for (const width of [390, 1100]) {
    const page = await open({ viewport: { width, height: 700 } });
    const foot = () => page.locator('nav').evaluate((nav) => nav.getBoundingClientRect().bottom);
    for (const link of await page.locator('nav a').all()) {
      await link.focus();
      await page.keyboard.press('Enter');
      const target = page.locator(await link.getAttribute('href'));
      await page.waitForFunction((id) => location.hash === id, await link.getAttribute('href'));
      assert.ok(await target.evaluate((heading) => heading.getBoundingClientRect().top) >= await foot());
      assert.ok(await page.locator('nav').evaluate((nav) => nav.getBoundingClientRect().top) >= 0);
      assert.ok(await foot() <= 700);
    }
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    assert.equal(await page.locator('nav').evaluate((nav) => nav.getBoundingClientRect().top), 0);
    assert.ok(await foot() < 60);
  }
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

for (const width of [320, 390, 768, 1100]) {
  await test('nothing but tables scrolls sideways on a screen ' + width + ' wide', async () => {
    const page = await open({ viewport: { width, height: 800 } });
    await page.locator('#unfold').click();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
    const broken = await page.$$eval('.number, .figure', (numbers) => numbers.filter((each) => {
      const text = document.createRange();
      text.selectNodeContents(each);
      return /^[-\d.,]+$/.test(each.textContent.trim())
        && new Set([...text.getClientRects()].map((box) => Math.round(box.top))).size > 1;
    }).length);
    assert.equal(broken, 0);
    await page.locator('#fold').click();
    await page.screenshot({ path: path.join(pictures, 'page-' + width + '.png') });
  });
}

const lines = (sheet) => sheet.split('\n').map((line) => line.replace(/\s/g, '')).filter((line) => line !== '');
const sheetsOf = async (page, name) => {
  const file = path.join(pictures, name);
  await page.pdf({ path: file, preferCSSPageSize: true });
  const info = execFileSync('pdfinfo', [file]).toString();
  assert.match(info, /Page size:\s+84[12][.\d]* x 59[45][.\d]* pts/);
  const sheets = execFileSync('pdftotext', ['-layout', file, '-']).toString().split('\f').slice(0, -1);
  assert.equal(sheets.length, Number(/Pages:\s+(\d+)/.exec(info)[1]));
  return sheets;
};

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

for (const media of ['screen', 'narrow', 'print']) {
  await test('axe finds no violation: ' + media, async () => {
    const page = await open({ bypassCSP: true, viewport: { width: media === 'narrow' ? 360 : 1200, height: 900 } });
    if (media === 'print') await page.emulateMedia({ media: 'print' });
    else await page.locator('#unfold').click();
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document,
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'target-size': { enabled: !window.matchMedia('print').matches } } })); // Nobody taps on paper.
    assert.deepEqual(result.violations.map((each) => each.id + ' ' + each.nodes.map((node) => node.target).join(' | ').slice(0, 300)), []);
  });
}

await test('it is dark on white wherever it is read', async () => {
  const page = await open({ colorScheme: 'dark' });
  const style = (name) => page.locator('body').evaluate((body, of) => getComputedStyle(body)[of], name);
  for (const media of ['screen', 'print']) {
    await page.emulateMedia({ media, colorScheme: 'dark' });
    assert.equal(await style('backgroundColor'), 'rgb(255, 255, 255)');
    assert.equal(await style('color'), 'rgb(29, 35, 43)');
  }
});

await test('pictures', async () => {
  const page = await open();
  await page.screenshot({ path: path.join(pictures, 'page.png') });
});

await browser.close();
problems.forEach((problem) => console.error(problem));
console.log(passed + ' passed, ' + problems.length + ' problems');
process.exit(problems.length === 0 ? 0 : 1);
