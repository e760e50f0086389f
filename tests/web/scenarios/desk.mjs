import assert from 'node:assert/strict';
import { openPage, visit } from '../browser.mjs';
import { ask } from './world.mjs';

// A name of its own per run, since a scenario may be asked twice of one server.
const run = Date.now().toString(36);
const ledger = (mark) => [
  'ISRC,曲名,許諾先,許諾地域,許諾開始日,許諾終了日,利用',
  `QZUMK${mark}00001,試しの灯台,Meridian Audio,アジア,2019/4/1,2027/3/31,サブスク`,
  `QZUMK${mark}00002,試しの約束,Meridian Audio,アジア,2019/4/1,2027/3/31,サブスク`,
].join('\n');
const catalogue = (mark) => `isrc,title,artist\nQZUMK${mark}00001,試しの灯台,試しの人\nQZUMK${mark}00002,試しの約束,試しの人\n`;
const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function discardWaiting(base) {
  const { token } = await ask(base, 'session');
  for (const one of (await ask(base, 'imports')).waiting) {
    await fetch(`${base}/api/v1/imports/discard`, { method: 'POST', body: JSON.stringify({ id: one.id }),
      headers: { 'Content-Type': 'application/json', 'X-Umikoe-Token': token, Origin: base } });
  }
}

// Answers every open question of the page, the first reading each, until the button lets go.
async function answerAll(page) {
  for (let round = 0; round < 12; round++) {
    await page.waitForLoadState('networkidle');
    if (await page.locator('form .save button.primary:enabled').count() > 0) return;
    const sets = page.locator('fieldset');
    for (let index = 0; index < await sets.count(); index++) {
      const set = sets.nth(index);
      const radio = set.locator('input[type="radio"]');
      if (await radio.count() > 0) {
        if (await set.locator('input[type="radio"]:checked').count() > 0) continue;
        await radio.first().check();
        break;
      }
      const select = set.locator('select');
      if (await select.count() > 0) {
        if (await select.inputValue() !== '') continue;
        await select.selectOption({ index: 1 });
        break;
      }
      const text = set.locator('input');
      if (await text.inputValue() !== '') continue;
      await text.fill('KR TW HK');
      await text.blur();
      break;
    }
  }
}

export const desk = {
  'files come in, a question is answered, and nothing is asked twice': async (browser, base) => {
    await discardWaiting(base);
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, `${base}/start?lang=en`);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()]);
    await chooser.setFiles([file(`catalogue-${run}.csv`, catalogue('26')), file(`ledger-${run}.csv`, ledger('26')), file('broken.csv', 'isrc,title\nJPZZ,x\n')]);
    await page.waitForSelector('.status.rejected');
    await page.waitForFunction(() => document.querySelectorAll('.status.queued, .status.reading').length === 0);
    assert.match(await page.textContent('[aria-live="polite"]'), /files read/);
    assert.equal(await page.locator('.status.rejected').count(), 1, 'the broken file, and it alone');
    await page.getByRole('link', { name: /Answer the questions about ledger/ }).first().click();
    await page.waitForSelector('fieldset');
    assert.ok(await page.locator('form .save button.primary:disabled').count() > 0, 'not before every question is answered');
    await page.getByLabel('Sender of files of this layout').fill('帆影レコード');
    await answerAll(page);
    await page.locator('form .save button.primary').click();
    await page.waitForSelector('.done');
    assert.match(await page.textContent('.done'), /ledger/);
    assert.deepEqual((await ask(base, 'imports')).waiting, []);
    assert.deepEqual(troubles, []);
    await close();
  },
  'files are dropped on the page': async (browser, base) => {
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, `${base}/start?lang=ja`);
    await page.waitForSelector('.drop');
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      return data;
    }, catalogue('27'));
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
    await page.waitForSelector('.status.accepted, .status.unchanged');
    assert.match(await page.textContent('main'), /dropped\.csv/);
    assert.deepEqual(troubles, []);
    await close();
  },
  'a cell is held back, leaves the ranking, and comes back when released': async (browser, base) => {
    const before = await ask(base, 'gap?limit=1');
    const cell = before.cells[0];
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, `${base}/why?isrc=${cell.isrc}&territory=${cell.territory}&lang=en`);
    await page.getByRole('button', { name: /Hold back…/ }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('Why').selectOption('physical_first');
    await dialog.getByLabel('Look again on').fill('2031-01-31');
    await dialog.getByLabel('Decided by').fill('Yamada');
    await dialog.getByLabel('Private note').fill('a very private reason');
    await dialog.getByRole('button', { name: 'Hold back' }).click();
    await page.waitForSelector('.held');
    const held = await ask(base, 'gap?limit=1');
    assert.equal(held.totals.gaps, before.totals.gaps - 1, 'it left the ranking');
    assert.notDeepEqual([held.cells[0].isrc, held.cells[0].territory], [cell.isrc, cell.territory]);
    assert.doesNotMatch(JSON.stringify(held), /private reason/);
    await visit(page, `${base}/held-back?lang=en`);
    assert.match(await page.textContent('main'), /a very private reason/);
    await page.locator('.release summary').first().click();
    await page.locator('.release').first().getByLabel('Decided by').fill('Yamada');
    await page.locator('.release form button').first().click();
    await page.waitForFunction(() => !document.querySelector('main').textContent.includes('very private'));
    assert.equal((await ask(base, 'gap?limit=1')).totals.gaps, before.totals.gaps, 'and is back');
    assert.deepEqual(troubles, []);
    await close();
  },
  'decisions say who can open what, and open to their cells': async (browser, base) => {
    const { decisions, totals } = await ask(base, 'decisions');
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, `${base}/decisions?lang=en`);
    await page.waitForSelector('article');
    assert.match(await page.textContent('h1'), totals.own_this_week.cells > 0
      ? new RegExp(new Intl.NumberFormat('en').format(totals.own_this_week.cells)) : /Nothing/);
    const role = totals.decisions_by_role[0];
    await page.locator('.roles a').nth(1).click();
    await page.waitForURL(/role=/);
    const expected = Math.min(30, decisions.filter((one) => one.role === role.role).length);
    assert.equal(await page.locator('section').first().locator('article').count(), expected);
    const summary = page.locator('article summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('article table tbody tr');
    assert.deepEqual(troubles, []);
    await close();
  },
};
