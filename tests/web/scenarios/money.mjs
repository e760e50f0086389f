import assert from 'node:assert/strict';
import { openPage, visit } from '../browser.mjs';
import { ask } from './world.mjs';

const digits = (text) => Number(text.replaceAll(/[^0-9-]/g, ''));

// What the pages about money and leaks show is what the API answers.
export const money = {
  'revenue: home and abroad are two sums, unknown is a word, a choice stays in the address': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    const ledger = await ask(base, 'revenue?by=territory');
    await visit(page, `${base}/revenue?lang=en`);
    await page.waitForSelector('h1');
    if (ledger.rows.length === 0) {
      await page.waitForSelector('main .card');
      await close();
      return;
    }
    await page.waitForSelector('#sum-abroad');
    for (const side of ['abroad', 'home']) {
      const shown = await page.textContent(`section[aria-labelledby="sum-${side}"] dd.big`);
      const total = ledger.totals[side].ours_jpy;
      if (total === null) assert.match(shown, /unknown/);
      else assert.equal(digits(shown), total);
    }
    assert.equal(await page.locator('section[aria-labelledby="lines"] tbody tr').count(), Math.min(200, ledger.rows.length));
    await page.selectOption('select[name="by"]', 'month');
    await page.click('form button');
    await page.waitForURL(/by=month/);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('by=month'));
    await close();
  },
  'leaks: the most views first, each leads to its reason': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    const report = await ask(base, 'leaks?limit=100');
    await visit(page, `${base}/leaks?lang=ja`);
    if (report.leaks.length === 0) {
      await page.waitForSelector('main .card');
      await close();
      return;
    }
    await page.waitForSelector('main table');
    const views = await page.locator('td[data-name="主張中の再生数"]').allTextContents();
    assert.deepEqual(views.map(digits), report.leaks.map((leak) => leak.claimed_views));
    await page.click('main tbody a');
    await page.waitForURL(/\/why\?/);
    assert.match(page.url(), new RegExp(report.leaks[0].isrc));
    await close();
  },
  'the navigation leads to both': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    await visit(page, `${base}/?lang=en`);
    await page.click('nav a[href^="/revenue"]');
    await page.waitForURL(/\/revenue/);
    await page.click('nav a[href^="/leaks"]');
    await page.waitForURL(/\/leaks/);
    assert.match(await page.textContent('h1'), /leaks away/);
    await close();
  },
};
