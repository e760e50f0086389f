import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openPage, visit } from '../browser.mjs';
import { pagesOf, withLang } from './world.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => window.axe.run(document, { runOnly: values }), rules);
  assert.ok(result.passes.length > 10, 'axe looked at the page');
  return result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
}

export async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function checkAll(browser, base, lang, options) {
  for (const [name, path] of Object.entries({ ...await pagesOf(base), empty: '/why' })) {
    const { page, troubles, close } = await openPage(browser, base, options);
    await visit(page, base + withLang(path, lang));
    assert.deepEqual(await violations(page), [], `${name} ${lang} ${JSON.stringify(options)}`);
    assert.equal(await overflow(page), 0, `${name} ${lang} ${JSON.stringify(options)} is wider than the window`);
    assert.deepEqual(troubles, [], `${name} ${lang}`);
    await close();
  }
}

// Each width meets both colours and both languages; all eight combinations would cost two minutes.
export const accessibility = {
  'axe finds nothing, 1280, light, English': (browser, base) => checkAll(browser, base, 'en', { width: 1280, colours: 'light' }),
  'axe finds nothing, 1280, dark, Japanese': (browser, base) => checkAll(browser, base, 'ja', { width: 1280, colours: 'dark' }),
  'axe finds nothing, 360, light, Japanese': (browser, base) => checkAll(browser, base, 'ja', { width: 360, colours: 'light' }),
  'axe finds nothing, 360, dark, English': (browser, base) => checkAll(browser, base, 'en', { width: 360, colours: 'dark' }),
  'axe would find something: a canary': async (browser, base) => {
    const { page, close } = await openPage(browser, base);
    await visit(page, `${base}/`);
    await page.evaluate(() => document.querySelector('main').append(document.createElement('img')));
    assert.ok((await violations(page)).some((one) => one.startsWith('image-alt')));
    await close();
  },
};
