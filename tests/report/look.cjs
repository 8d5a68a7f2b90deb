// Looks at two reports in a headless Chromium: node look.cjs SMALL.html MANY.html [SCREENSHOTS]. See browser.py.
'use strict';
const assert = require('node:assert/strict');
const {chromium} = require('playwright-core');

const [small, many, shots] = process.argv.slice(2);
const url = (file, hash = '') => `file://${file}${hash}`;
let passed = 0;

/** Contrast of every text with its ground, as WCAG 2.1 has it; gives those below 4.5. Runs in the page. */
function lowContrasts() {
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!hasText || !element.checkVisibility() || element.closest('script, .hidden')) continue;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(groundOf(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) low.push(`${element.tagName}.${element.className} '${element.textContent.slice(0, 30)}' ${contrast.toFixed(2)}`);
  }
  return [...new Set(low)].slice(0, 5);
}

/** What a screen reader would stumble over. Runs in the page. */
function faultsOfStructure() {
  const faults = [];
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    const now = Number(heading.tagName[1]);
    if (now > level + 1) faults.push(`${heading.tagName} '${heading.textContent}' after h${level}`);
    level = now;
  }
  for (const landmark of ['header', 'nav', 'main']) if (!document.querySelector(landmark)) faults.push(`no ${landmark}`);
  for (const field of document.querySelectorAll('input, select, button, a')) {
    const name = field.getAttribute('aria-label') || field.textContent.trim() || field.labels?.[0]?.textContent.trim();
    if (!name) faults.push(`${field.outerHTML.slice(0, 80)} has no name`);
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  for (const table of document.querySelectorAll('table')) if (!table.caption || !table.querySelector('th[scope]')) faults.push('a table without caption or heads');
  return faults;
}

async function main() {
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage']}).catch((error) => {
    console.log(`skipped: Chromium does not start: ${error.message.split('\n')[0]}`);
    process.exit(77);
  });
  const complaints = [];

  async function open(address, options = {}) {
    const page = await browser.newPage({viewport: {width: 1600, height: 1000}, ...options});
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('request', (request) => { if (!request.url().startsWith('file://')) complaints.push(`asked the network for ${request.url()}`); });
    await page.goto(address);
    await page.waitForSelector('#contents li');
    return page;
  }

  async function test(name, run) {
    await run();
    ++passed;
    console.log(`ok   ${name}`);
  }

  const rows = (page) => page.locator('#findings ol.list > li');
  const shown = (page) => page.locator('#findings .pager p').first().textContent();

  for (const colorScheme of ['light', 'dark'])
    for (const width of [400, 1600])
      await test(`fits ${width} pixels and can be read in the ${colorScheme} theme`, async () => {
        const page = await open(url(small), {colorScheme, viewport: {width, height: 1000}});
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        assert.deepEqual(await page.evaluate(lowContrasts), []);
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(ground === 'rgb(255, 255, 255)', colorScheme === 'light');
        if (shots) await page.screenshot({path: `${shots}/${colorScheme}-${width}.png`, fullPage: true});
        await page.close();
      });

  await test('the structure is what a screen reader needs', async () => {
    const page = await open(url(small));
    assert.deepEqual(await page.evaluate(faultsOfStructure), []);
    await page.close();
  });

  await test('hostile text stays text', async () => {
    const page = await open(url(small));
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('img, b, i').count(), 0);
    assert.match(await page.locator('#findings').textContent(), /<script>window\.hacked = 1<\/script>/);
    await page.close();
  });

  await test('the theme can be chosen with the keyboard', async () => {
    const page = await open(url(small), {colorScheme: 'light'});
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#theme').textContent(), 'Theme: light');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#theme').textContent(), 'Theme: dark');
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
    assert.deepEqual(await page.evaluate(lowContrasts), []);
    await page.close();
  });

  await test('filters narrow the list and stand in the address', async () => {
    const page = await open(url(small));
    const all = await rows(page).count();
    await page.selectOption('#filter-check', 'typos/misspelling');
    const some = await rows(page).count();
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    for (const text of await rows(page).allTextContents()) assert.match(text, /typos\/misspelling/);
    assert.match(page.url(), /#findings\?check=typos%2Fmisspelling/);
    await page.fill('#findings input[type=search]', 'guarentees');
    await page.waitForFunction(() => document.querySelectorAll('#findings ol.list > li').length === 1);
    await page.reload();
    await page.waitForSelector('#contents li');
    assert.equal(await rows(page).count(), 1);
    await page.getByRole('button', {name: 'Show all'}).click();
    assert.equal(await rows(page).count(), all);
    await page.getByLabel(/^\s*error \(/).uncheck();
    assert.equal(await page.locator('#findings ol.list > li.error').count(), 0);
    await page.close();
  });

  await test('what to mend first leads to the list and to a command', async () => {
    const page = await open(url(small));
    assert.match(await page.locator('#first .start code').first().textContent(), /^quizlint check --fix/);
    await page.locator('#first table a').first().click();
    const check = await page.locator('#filter-check').inputValue();
    assert.match(check, /^[a-z]+\/[a-z-]+$/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'findings-title');
    assert.ok((await rows(page).count()) > 0);
    await page.close();
  });

  await test('copies stand side by side with their differences marked', async () => {
    const page = await open(url(small));
    const pair = page.locator('#duplicates .pair', {hasText: 'mutex in C++'});
    assert.ok((await pair.locator('del').allTextContents()).some((text) => text.includes('it')));
    assert.ok((await pair.locator('ins').allTextContents()).some((text) => text.includes('them')));
    await page.close();
  });

  await test('unknown words are counted, and ticking them gives the command that accepts them', async () => {
    const page = await open(url(small));
    await page.getByLabel('frobnicator is right').check();
    assert.equal(await page.locator('#words pre').textContent(), 'quizlint words --accept frobnicator');
    await page.close();
  });

  await test('the trend is drawn, and told in figures', async () => {
    const page = await open(url(small));
    assert.equal(await page.locator('#overview svg polyline').count(), 3);
    await page.locator('#overview summary').press('Enter');
    assert.match(await page.locator('#overview table').textContent(), /The <\/script> banks/);
    await page.close();
  });

  await test('print leaves out what cannot be used on paper', async () => {
    const page = await open(url(small));
    await page.emulateMedia({media: 'print'});
    assert.equal(await page.locator('nav').isVisible(), false);
    assert.equal(await page.locator('.filters').first().isVisible(), false);
    assert.equal(await page.locator('#findings ol.list > li').first().isVisible(), true);
    await page.close();
  });

  await test('50,000 findings open, page, filter and are found by their address', async () => {
    const begin = Date.now();
    const page = await open(url(many));
    const opened = Date.now() - begin;
    assert.match(await shown(page), /^1–100 of 50,000 findings$/);
    assert.ok((await page.evaluate(() => document.querySelectorAll('*').length)) < 10000);
    await page.getByRole('button', {name: 'Next findings'}).press('Enter');
    assert.match(await shown(page), /^101–200 of/);
    const typed = Date.now();
    await page.fill('#findings input[type=search]', 'the 49999th table');
    await page.waitForFunction(() => document.querySelectorAll('#findings ol.list > li').length === 1);
    const filtered = Date.now() - typed;
    const anchor = await rows(page).first().getAttribute('id');
    await page.close();
    const other = await open(url(many, `#${anchor}`));
    await other.waitForSelector(`#${anchor}`);
    assert.equal(await other.evaluate(() => document.activeElement.id), anchor);
    assert.ok(await other.locator(`#${anchor}`).isVisible());
    console.log(`     opened in ${opened} ms, filtered in ${filtered} ms`);
    assert.ok(opened < 15000 && filtered < 5000);
    await other.close();
  });

  assert.deepEqual(complaints, []);
  await browser.close();
  console.log(`${passed} passed, 0 failed`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
