// A page in a real browser: by keyboard alone, by a screen reader's rules, on a narrow screen, on paper, offline.
// Called by .ci/browser: node <page>.mjs <folder of node_modules> <report.html> <verification code> <folder for pictures>
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, report, , pictures] = process.argv.slice(2);
export const code = process.argv[4];
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

export async function open(options = {}) {
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

export async function test(name, work) {
  try {
    await work();
    passed++;
    console.log('ok    ' + name);
  } catch (error) {
    problems.push(name + ': ' + error.message);
    console.log('FAILS ' + name);
  }
}

export const lines = (sheet) => sheet.split('\n').map((line) => line.replace(/\s/g, '')).filter((line) => line !== '');
export const sheetsOf = async (page, name) => {
  const file = path.join(pictures, name);
  await page.pdf({ path: file, preferCSSPageSize: true });
  const info = execFileSync('pdfinfo', [file]).toString();
  assert.match(info, /Page size:\s+84[12][.\d]* x 59[45][.\d]* pts/);
  const sheets = execFileSync('pdftotext', ['-layout', file, '-']).toString().split('\f').slice(0, -1);
  assert.equal(sheets.length, Number(/Pages:\s+(\d+)/.exec(info)[1]));
  return sheets;
};

/** What holds of every page, whatever it is about. */
export async function anyPage() {
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

  await test('everything unfolds and folds at once', async () => {
    const page = await open();
    await page.locator('#unfold').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('details:not([open])').count(), 0);
    await page.locator('#fold').focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('details[open]').count(), 0);
  });

  for (const width of [320, 390, 768, 1100, 1366]) {
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
}

/** Tells how it went; the process ends with it. */
export async function end() {
  await browser.close();
  problems.forEach((problem) => console.error(problem));
  console.log(passed + ' passed, ' + problems.length + ' problems');
  process.exit(problems.length === 0 ? 0 : 1);
}
