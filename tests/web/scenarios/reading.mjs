import assert from 'node:assert/strict';
import { openPage, visit } from '../browser.mjs';
import { ask, closedCell } from './world.mjs';

export const reading = {
  'home: sentence, totals, map and table say the same': async (browser, base) => {
    const { page, troubles, close } = await openPage(browser, base);
    const gap = await ask(base, 'gap?limit=1');
    await visit(page, `${base}/`);
    await page.waitForSelector('svg[role="img"] path');
    assert.equal(await page.locator('.ranked tbody tr').count(), gap.totals.by_territory.length, 'every market is in the table');
    assert.match(await page.textContent('main'), /Nothing leaves this machine/);
    const text = await page.textContent('dl');
    for (const name of ['open', 'closed', 'unknown', 'worth_unknown']) {
      assert.ok(text.includes(new Intl.NumberFormat('en').format(gap.totals.cells[name])), `${name} is shown`);
    }
    assert.deepEqual(troubles, []);
    await close();
  },
  'home: the table sorts, and a row lights up its market': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    await visit(page, `${base}/`);
    await page.click('.ranked thead th:nth-child(3) button');
    assert.equal(await page.getAttribute('.ranked thead th:nth-child(3)', 'aria-sort'), 'descending');
    const closed = (await page.locator('.ranked tbody tr td:nth-child(3)').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
    assert.deepEqual(closed, [...closed].sort((a, b) => b - a));
    await page.click('.ranked thead th:nth-child(3) button');
    assert.equal(await page.getAttribute('.ranked thead th:nth-child(3)', 'aria-sort'), 'ascending');
    await page.focus('.ranked tbody tr:nth-child(2) a');
    assert.match(await page.getAttribute('.ranked tbody tr:nth-child(2)', 'class'), /\bon\b/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/territory=/);
    await close();
  },
  'why: sentence first, all three links, documents, ways': async (browser, base) => {
    const cell = await closedCell(base);
    const why = await ask(base, `why?isrc=${cell.isrc}&territory=${cell.territory}&lang=en`);
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, `${base}/why?isrc=${cell.isrc}&territory=${cell.territory}&lang=en`);
    assert.equal((await page.textContent('h1')).trim(), why.sentence.trim());
    assert.equal(await page.locator('ol.chain > li').count(), 3);
    assert.equal(await page.locator('ol.ways > li').count(), why.ways.length);
    assert.deepEqual(troubles, []);
    await close();
  },
  'why: a recording that is not on file is said plainly': async (browser, base) => {
    const { page, close } = await openPage(browser, base, { expectErrors: true });
    await page.goto(`${base}/why?isrc=XX0000000000&territory=BR`, { waitUntil: 'networkidle' });
    assert.match(await page.textContent('[role="alert"]'), /isrc_unknown/);
    await close();
  },
  'an unknown value is a dash with its reason, never a zero': async (browser, base) => {
    const gap = await ask(base, 'gap?limit=1');
    const index = gap.totals.by_territory.findIndex((one) => one.worth === null && one.closed > 0);
    if (index < 0) return;
    const { page, close } = await openPage(browser, base);
    await visit(page, `${base}/?sort=worth`);
    const dashes = await page.locator('.ranked td:nth-child(5)', { hasText: '—' }).count();
    assert.ok(dashes > 0);
    await close();
  },
  'the theme toggle is kept over a reload': async (browser, base) => {
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, `${base}/`);
    const toggle = page.locator('header button');
    await toggle.click();
    await toggle.click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    await page.reload({ waitUntil: 'networkidle' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
    assert.deepEqual(troubles, []);
    await close();
  },
};
