import assert from 'node:assert/strict';
import { openPage, visit } from '../browser.mjs';
import { ask } from './world.mjs';

const at = (page) => page.evaluate(() => {
  const cell = document.activeElement;
  return cell?.getAttribute('role') === 'gridcell' ? `${cell.dataset.row},${cell.dataset.column}` : document.activeElement?.tagName;
});

// Waits until `holds`; a busy machine may take seconds for a frame. The assertion that follows tells.
async function settle(page, holds) {
  for (let waited = 0; waited < 10_000 && !await holds(); waited += 50) await page.waitForTimeout(50);
}

async function press(page, key, expected) {
  await page.keyboard.press(key);
  await settle(page, async () => await at(page) === expected);
  assert.equal(await at(page), expected, `after ${key}`);
}

export const matrixKeys = {
  'the matrix is walked with the keyboard alone': async (browser, base) => {
    const { page, troubles, close } = await openPage(browser, base);
    const matrix = await ask(base, 'matrix?limit=1');
    const lastRow = matrix.total_rows - 1;
    const lastColumn = matrix.territories.length - 1;
    await visit(page, `${base}/matrix`);
    const grid = page.locator('[role="grid"]');
    assert.equal(await grid.getAttribute('aria-rowcount'), String(matrix.total_rows + 2));
    assert.equal(await grid.getAttribute('aria-colcount'), String(matrix.territories.length + 1));
    assert.equal(await page.locator('[role="gridcell"][tabindex="0"]').count(), 1, 'one cell takes the Tab key');
    await page.focus('[role="gridcell"][tabindex="0"]');
    await press(page, 'ArrowRight', '0,1');
    await press(page, 'ArrowDown', '1,1');
    await press(page, 'ArrowLeft', '1,0');
    await press(page, 'ArrowLeft', '1,0');
    await press(page, 'End', `1,${lastColumn}`);
    await press(page, 'Home', '1,0');
    await press(page, 'Control+End', `${lastRow},${lastColumn}`);
    const row = page.locator('[role="row"]', { has: page.locator('[role="gridcell"]:focus') });
    assert.equal(await row.getAttribute('aria-rowindex'), String(lastRow + 3), 'true row numbers for screen readers');
    await press(page, 'Control+Home', '0,0');
    await page.keyboard.press('PageDown');
    const below = async () => Number((await at(page)).split(',')[0]) > 3;
    await settle(page, below);
    assert.ok(await below(), 'PageDown moves a screen');
    await press(page, 'Control+Home', '0,0');
    await press(page, 'ArrowDown', '1,0');
    const isRead = async () => (await page.textContent('[aria-live="polite"]')).length > 20;
    await settle(page, isRead);
    assert.ok(await isRead(), 'the answer is read below the grid');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/why\?/);
    await page.waitForSelector('h1');
    await page.goBack();
    await page.waitForSelector('[role="grid"]');
    await settle(page, async () => await at(page) === '1,0');
    assert.equal(await at(page), '1,0', 'back from the reason, the cell is found again');
    assert.deepEqual(troubles, []);
    await close();
  },
  'f, / and ? do what the sheet says': async (browser, base) => {
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, `${base}/matrix`);
    await page.keyboard.press('?');
    assert.ok(await page.isVisible('dialog[open]'));
    await page.keyboard.press('Escape');
    await settle(page, async () => await page.locator('dialog[open]').count() === 0);
    assert.equal(await page.locator('dialog[open]').count(), 0);
    const field = () => page.evaluate(() => document.activeElement?.name ?? '');
    await page.keyboard.press('f');
    await settle(page, async () => await field() === 'artist');
    assert.equal(await field(), 'artist');
    await page.focus('[role="gridcell"][tabindex="0"]');
    await page.keyboard.press('/');
    await settle(page, async () => await field() === 'q');
    assert.equal(await field(), 'q');
    const { rows: [first] } = await ask(base, 'matrix?limit=1');
    await page.keyboard.type(first.isrc);
    await page.waitForFunction(() => document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount') === '3');
    assert.equal(new URL(page.url()).searchParams.get('q'), first.isrc, 'the search stands in the address');
    assert.deepEqual(troubles, []);
    await close();
  },
  'a filter that matches nothing says so': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    await visit(page, `${base}/matrix?q=zzzzzzzzzz`);
    assert.match(await page.textContent('main'), /No recording matches/);
    await close();
  },
};
