import assert from 'node:assert/strict';
import { openPage, visit } from '../browser.mjs';
import { closedCell, pagesOf, withLang } from './world.mjs';

const kana = /[\u3041-\u3096\u30a1-\u30fa]/;

// The words of the page itself: titles and names of people stay in their own language.
const ownWords = (page) => page.evaluate(() => {
  const copy = document.body.cloneNode(true);
  for (const part of copy.querySelectorAll('[lang], [aria-live], footer, script, noscript')) part.remove();
  return copy.textContent;
});

export const languages = {
  'the language switch keeps filters, place and scroll': async (browser, base) => {
    const cell = await closedCell(base);
    const { page, troubles, close } = await openPage(browser, base);
    await visit(page, `${base}/?territory=${cell.territory}&sort=closed`);
    await page.click('header a[hreflang="ja"]');
    await page.waitForFunction(() => document.documentElement.lang === 'ja');
    const url = new URL(page.url());
    assert.equal(url.searchParams.get('lang'), 'ja');
    assert.equal(url.searchParams.get('territory'), cell.territory);
    assert.equal(url.searchParams.get('sort'), 'closed');
    assert.match(await page.textContent('h1'), kana);
    await page.click('nav a[href^="/matrix"]');
    await page.waitForSelector('[role="grid"]');
    assert.equal(new URL(page.url()).searchParams.get('lang'), 'ja', 'links keep the language');
    await page.click('header a[hreflang="en"]');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    assert.doesNotMatch(await page.textContent('h1'), kana);
    assert.deepEqual(troubles, []);
    await close();
  },
  'no English page shows Japanese words, no Japanese page lacks them': async (browser, base) => {
    for (const path of Object.values(await pagesOf(base))) {
      const { page, close } = await openPage(browser, base);
      await visit(page, base + withLang(path, 'en'));
      const mixed = (await ownWords(page)).match(/.{0,20}[\u3041-\u3096\u30a1-\u30fa].{0,20}/);
      if (!path.startsWith('/why')) assert.equal(mixed?.[0], undefined, `${path} in English`);
      await visit(page, base + withLang(path, 'ja'));
      assert.match(await ownWords(page), kana);
      assert.doesNotMatch(await ownWords(page), /\b(Open|Closed|Unknown|Recording|Market|Filters)\b/, `${path} in Japanese`);
      await close();
    }
  },
  'a reader whose browser prefers Japanese gets Japanese': async (browser, base) => {
    const { page, close } = await openPage(browser, base, { locale: 'ja-JP' });
    await visit(page, `${base}/`);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'ja');
    assert.match(await page.textContent('footer'), /データはこの端末の外に出ません/);
    await close();
  },
};
