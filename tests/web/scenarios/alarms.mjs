import assert from 'node:assert/strict';
import { openPage, visit } from '../browser.mjs';
import { overflow, violations } from './accessibility.mjs';
import { ask, withLang } from './world.mjs';

const words = {
  en: { missing: /Not looked for/, empty: /Looked for, and none found|None for this choice/ },
  ja: { missing: /調べられませんでした/, empty: /該当はありません|この条件では該当なし/ },
};

// What the page about alarms shows is what the API answers, and each opens into its evidence.
export const alarms = {
  'alarms: every kind is told, with its alarms, or with what is missing': async (browser, base) => {
    const report = await ask(base, 'alarms');
    for (const lang of ['en', 'ja']) {
      const { page, close } = await openPage(browser, base);
      await visit(page, `${base}/alarms?lang=${lang}`);
      await page.waitForSelector('section[data-kind]');
      assert.deepEqual(await page.locator('section[data-kind]').evaluateAll((all) => all.map((one) => one.dataset.kind)),
        report.kinds.map((one) => one.kind));
      for (const { kind, alarms: count, missing } of report.kinds) {
        const section = page.locator(`section[data-kind="${kind}"]`);
        assert.equal(await section.locator('details').count(), Math.min(50, count), kind);
        if (count > 0) continue;
        assert.match(await section.textContent(), missing ? words[lang].missing : words[lang].empty, kind);
      }
      await close();
    }
  },
  'alarms: by keyboard an alarm opens into its plays, documents and pages': async (browser, base) => {
    const { page, troubles, close } = await openPage(browser, base);
    const report = await ask(base, 'alarms');
    const first = report.alarms.find((one) => one.isrc);
    await visit(page, `${base}/alarms?lang=en`);
    await page.waitForSelector('section[data-kind]');
    if (!first) {
      await close();
      return;
    }
    await page.locator(`section[data-kind="${first.alarm}"] summary`).first().focus();
    await page.keyboard.press('Enter');
    const card = page.locator(`section[data-kind="${first.alarm}"] details`).first();
    await card.locator('a[href^="/api/v1/series"]').first().waitFor();
    assert.deepEqual(await violations(page), []);
    const series = await ask(base, `series?name=${first.isrc}&territory=${first.territory}`);
    const text = await card.textContent();
    for (const one of series.series.slice(0, 2)) assert.ok(text.includes(one.service), one.service);
    if (series.series.length > 0) assert.ok(text.includes(series.documents[0].document), text);
    else assert.match(text, /That is not zero/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/why\?/);
    assert.match(page.url(), new RegExp(first.isrc));
    await page.goBack();
    await page.waitForURL(/\/alarms/);
    assert.deepEqual(troubles, []);
    await close();
  },
  'alarms: filters narrow, stay in the address, reach the downloads and are undone': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    const report = await ask(base, 'alarms');
    await visit(page, `${base}/alarms?lang=en`);
    await page.waitForSelector('section[data-kind]');
    const [{ alarm: kind, territory } = { alarm: 'rising', territory: 'BR' }] = report.alarms;
    await page.selectOption('select[name="kind"]', kind);
    await page.selectOption('select[name="territory"]', territory);
    await page.click('form button');
    await page.waitForURL((url) => url.search.includes(`kind=${kind}`) && url.search.includes(`territory=${territory}`));
    await page.waitForFunction(() => document.querySelectorAll('section[data-kind]').length === 1);
    const wanted = report.alarms.filter((one) => one.alarm === kind && one.territory === territory);
    await page.waitForFunction((count) => document.querySelectorAll('section[data-kind] details').length === count, Math.min(50, wanted.length));
    const file = await page.getAttribute('a[href*="format=csv"]:not([href*="bom"])', 'href');
    assert.match(file, new RegExp(`kind=${kind}.*territory=${territory}`));
    await page.click('form a.button');
    await page.waitForFunction(() => document.querySelectorAll('section[data-kind]').length === 5);
    await close();
  },
  'alarms: on a phone of 320 px, opened, in the dark, nothing is cut off': async (browser, base) => {
    for (const lang of ['en', 'ja']) {
      const { page, close } = await openPage(browser, base, { width: 320, height: 700, colours: 'dark' });
      await visit(page, base + withLang('/alarms', lang));
      await page.waitForSelector('section[data-kind]');
      for (const kind of await page.locator('section[data-kind]').all()) {
        const card = kind.locator('summary').first();
        if (await card.count() > 0) await card.click();
      }
      await page.waitForTimeout(300);
      assert.equal(await overflow(page), 0, `alarms ${lang} is wider than the window`);
      assert.deepEqual(await violations(page), []);
      await close();
    }
  },
  'the navigation leads to the alarms': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    await visit(page, `${base}/?lang=ja`);
    await page.click('nav a[href^="/alarms"]');
    await page.waitForURL(/\/alarms/);
    assert.match(await page.textContent('h1'), /国外で注目すべき動き/);
    await close();
  },
};
