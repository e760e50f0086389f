import { mkdirSync } from 'node:fs';
import { openPage, visit } from '../browser.mjs';
import { pagesOf, withLang } from './world.mjs';

const folder = process.env.UMIKOE_WEB_PICTURES;

async function take(browser, base, name, path, { width, colours, lang }) {
  const height = width === 360 ? 780 : 900;
  const { page, close } = await openPage(browser, base, { width, height, colours });
  await visit(page, base + withLang(path, lang));
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}/${name}-${width}-${colours}-${lang}.png`, fullPage: name !== 'matrix' });
  await close();
}

export const pictures = folder ? {
  'pictures of all pages, two widths, two colours, two languages': async (browser, base) => {
    mkdirSync(folder, { recursive: true });
    for (const [name, path] of Object.entries(await pagesOf(base))) {
      for (const width of [1280, 360]) {
        for (const colours of ['light', 'dark']) {
          for (const lang of ['en', 'ja']) await take(browser, base, name, path, { width, colours, lang });
        }
      }
    }
  },
} : {};
