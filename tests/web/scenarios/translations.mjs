import assert from 'node:assert/strict';
import { openPage, visit } from '../browser.mjs';
import { ask } from './world.mjs';

const line = (number) => `work:lyric_line.${number}:en:T9990000011`;
const at = (base, unit) => `${base}/translations?state=all&field=lyric_line&lang=en&unit=${encodeURIComponent(unit)}`;
const stageOf = async (base, unit) => (await ask(base, `translations/unit?unit=${encodeURIComponent(unit)}`)).units[0].stage;

export const translations = process.env.UMIKOE_PROGRAM ? {
  'a line is written, refused to its author, reviewed and sent back, by keys and names': async (browser, base) => {
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, at(base, line(4)));
    const named = async (name) => page.getByLabel('Your name on the roster').fill(name);
    const said = (text) => page.waitForFunction((words) => document.querySelector('.marks strong')?.textContent === words, text);
    await named('tess');
    await page.getByLabel('Translation', { exact: true }).fill('A morning with no name is coming');
    await page.keyboard.press('Control+Enter');
    await said('translated');
    assert.equal(await stageOf(base, line(4)), 'translated');
    await page.getByRole('button', { name: 'Reviewed', exact: true }).click();
    await page.waitForSelector('.problem');
    assert.match(await page.locator('.problem').innerText(), /person_not_reviewer/);
    await named('ren');
    await page.getByRole('button', { name: 'Reviewed', exact: true }).click();
    await said('reviewed');
    await page.getByLabel('Reason or note').fill('one more look');
    await page.getByRole('button', { name: 'Send back' }).click();
    await said('draft');
    assert.deepEqual(troubles.filter((one) => !/40\d/.test(one)), []);
    await close();
  },
  'keys move from line to line and a locked spelling is shown': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    await visit(page, at(base, line(1)));
    await page.waitForSelector('#unit-name');
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction(() => new URL(location.href).searchParams.get('unit')?.includes('lyric_line.2'));
    await page.waitForFunction(() => document.querySelector('.text')?.textContent?.includes('三番線'));
    await visit(page, at(base, line(3)));
    await page.waitForSelector('#unit-terms');
    assert.match(await page.locator('section[aria-labelledby="unit-terms"]').innerText(), /two stars meet/);
    await close();
  },
} : {};
