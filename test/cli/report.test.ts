import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixture, sharedFolderWithPlan } from './kpi.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const folder = sharedFolderWithPlan();
beforeAll(() => {
  folder.run(['ingest', fixture('progress-2021.txt')]);
  folder.run(['actuals', fixture('actuals-2021.csv')]);
  const other = readFileSync(fixture('plan-2021.txt'), 'utf8').replaceAll('熊本', '大分');
  for (const [branch, rate] of [
    ['大分', '97.0'],
    ['宮崎', '91.0'],
    ['福岡', '93.5'],
    ['沖縄', '92.0'],
  ]) {
    folder.run(['ingest', '-'], { input: other.replaceAll('大分', branch ?? '').replace('９５.０', rate ?? '') });
  }
  folder.run(['report', '--branch', '熊本', '--year', '2021', '--html', 'branch.html']);
  folder.run(['report', '--branch', '熊本', '--year', '2021', '--html', 'english.html', '--lang', 'en']);
  folder.run(['report', '--all', '--year', '2021', '--html', 'all.html']);
}, 60_000);

describe('kpi report', () => {
  test('figures are those of kpi score', () => {
    const page = readFileSync(join(folder.path, 'branch.html'), 'utf8');
    const score = JSON.parse(folder.run(['score', '--branch', '熊本', '--year', '2021', '--format', 'json']).stdout);
    for (const { targetId, attainment, verdict } of score.kpis) {
      const row = page.slice(page.indexOf(`<tr id="k-${targetId}"`)).split('</tr>')[0] ?? '';
      expect(row).toContain(attainment === null ? '<td class="n">－' : `<td class="n">${attainment.toFixed(1)}%`);
      expect(row).toContain(verdict ?? '判定できない');
    }
  });

  test.each([
    [['report', '--branch', '熊本'], /--html/],
    [['report', '--all', '--branch', '熊本', '--md'], /--all/],
    [['report', '--branch', '札幌', '--md'], /札幌/],
    [['report', '--branch', '熊本', '--html', 'no/such/folder/r.html'], /no\/such\/folder/],
  ])('%j is wrong use, in one line', (args, says) => {
    const { status, stderr, stdout } = folder.run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(says);
  });
});

describe.skipIf(!existsSync(CHROMIUM))(`in a browser (skipped without ${CHROMIUM}; CHROMIUM names another)`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(() => browser?.close());

  /** Opens a report, and remembers whatever it complains of or asks for. */
  async function open(name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; trouble: string[] }> {
    const page = await browser.newPage({ colorScheme });
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    const url = pathToFileURL(join(folder.path, name)).href;
    page.on('request', (request) => {
      if (request.url() !== url) trouble.push(request.url());
    });
    await page.goto(url);
    return { page, trouble };
  }

  test.each([
    ['branch.html', 'light'],
    ['branch.html', 'dark'],
    ['english.html', 'light'],
    ['all.html', 'light'],
    ['all.html', 'dark'],
  ] as const)('%s in %s: no complaint, no request, nothing serious for axe', async (name, scheme) => {
    const { page, trouble } = await open(name, scheme);
    // The page's own policy lets no other script in: axe comes through the debugger.
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe.source });
    const { result } = await session.send('Runtime.evaluate', {
      expression:
        "axe.run({resultTypes:['violations']}).then((r)=>r.violations.filter((v)=>['serious','critical'].includes(v.impact)).map((v)=>v.id+': '+v.nodes[0].html))",
      awaitPromise: true,
      returnByValue: true,
    });
    expect(result.value).toEqual([]);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test.each(['branch.html', 'english.html', 'all.html'].flatMap((name) => [390, 820, 1100, 1240].map((width) => [name, width] as const)))(
    '%s at %i px: nothing is wider than its place',
    async (name, width) => {
      const { page } = await open(name);
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(`
      [document.documentElement, ...document.querySelectorAll('th, td, h1, h2, h3, h4, li, figcaption, .badge, .grade, summary')]
        .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        .map((one) => one.outerHTML.slice(0, 200))`);
      expect(wide).toEqual([]);
      await page.close();
    },
  );

  test('a PDF is marked where its records stand', async () => {
    const printed = await browser.newPage();
    const text = readFileSync(fixture('plan-2021.txt'), 'utf8').replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    await printed.setContent(`<pre style="margin-top: 3cm; white-space: pre-wrap">${text}</pre>`);
    await printed.pdf({ path: join(folder.path, 'plan.pdf'), format: 'A4' });
    await printed.close();
    folder.run(['ingest', 'plan.pdf', '--db', 'pdf.db']);
    folder.run(['report', '--branch', '熊本', '--html', 'pdf.html', '--db', 'pdf.db']);
    const { page } = await open('pdf.html');
    const sentences = await page.evaluate(`
      [...document.querySelectorAll('.kpis a.place')].map((link) => [
        link.title.split('\\n')[0], document.querySelector(link.getAttribute('href')).textContent])`);
    expect(sentences).toHaveLength(13);
    for (const [quote, sentence] of sentences as [string, string][]) expect(sentence).toContain(quote);
    await page.close();
  });

  test('from the record to its sentence and back, by keyboard', async () => {
    const { page } = await open('branch.html');
    const link = page.locator('tr[id^="k-"] a.place').first();
    const row = await page.locator('tr[id^="k-"]').first().getAttribute('id');
    await link.focus();
    await page.keyboard.press('Enter');
    const sentence = page.locator('li:target');
    await sentence.waitFor({ state: 'visible' });
    expect(await sentence.textContent()).toContain('サービススタンダード');
    await sentence.locator('a.back').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('tr:target').waitFor({ state: 'visible' });
    expect(await page.locator('tr:target').getAttribute('id')).toBe(row);
    await page.close();
  });

  test('the heat map sorts and filters, by keyboard', async () => {
    const { page } = await open('all.html');
    const shown = () => page.locator('#heat-table tbody tr:not([hidden]) th').allTextContents();
    const column = page.locator('#heat-table th button', { hasText: '郵送化率' });
    await column.focus();
    await page.keyboard.press('Enter');
    expect(await shown()).toEqual(['宮崎', '沖縄', '福岡', '熊本', '大分']);
    await page.keyboard.press('Enter');
    expect(await shown()).toEqual(['大分', '熊本', '福岡', '沖縄', '宮崎']);
    await page.locator('#filter').fill('宮');
    expect(await shown()).toEqual(['宮崎']);
    await page.close();
  });

  test('the map shows the indicator that is chosen', async () => {
    const { page } = await open('all.html');
    await page.locator('#map-of').selectOption({ label: '現金給付等の申請に係る郵送化率' });
    expect(await page.locator('.tile[data-branch="大分"]').getAttribute('class')).toBe('tile q1');
    expect(await page.locator('.tile[data-branch="大分"] .v').textContent()).toContain('97.0');
    await page.close();
  });

  test('KPIs are filtered by verdict, and light and dark are switched', async () => {
    const { page } = await open('branch.html');
    await page.locator('#verdict').selectOption('未達成');
    const verdicts = await page.locator('tbody[data-v]:visible .badge').allTextContents();
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.every((text) => text.includes('未達成'))).toBe(true);
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await ground();
    await page.locator('#theme').click();
    expect(await ground()).not.toBe(before);
    await page.close();
  });

  test('prints on A4, without the documents', async () => {
    const { page } = await open('branch.html');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/g)?.length ?? 0).toBeGreaterThan(0);
    expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeLessThan(9);
    await page.close();
  });
});
